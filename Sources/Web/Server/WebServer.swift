import Domain
import HTTPTypes
import Hummingbird
import Logging
import Operations
import Publishing

/// How the server is reached.
public struct ServerSettings: Sendable {
  /// Loopback unless told otherwise.
  public var host: String
  public var port: Int
  /// Cookies are sent over https only, and the proxy in front, which holds the certificate, is
  /// believed about who asks.
  public var isBehindTLS: Bool
  /// Folder of third-party files (ECharts, htmx, Leaflet); nil serves pages without them.
  public var assets: String?
  /// `/metrics` is for other machines too.
  public var hasPublicMetrics: Bool
  /// How reminders are mailed; nil where no mail is set up.
  public var mail: SendMail?
  /// Seconds after which a connection that says nothing is closed.
  public var idleSeconds: Int

  public init(
    host: String = "127.0.0.1", port: Int = 8080, isBehindTLS: Bool = false,
    assets: String? = nil, hasPublicMetrics: Bool = false, idleSeconds: Int = 60
  ) {
    self.host = host
    self.port = port
    self.isBehindTLS = isBehindTLS
    self.assets = assets
    self.hasPublicMetrics = hasPublicMetrics
    self.idleSeconds = idleSeconds
  }

  public var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}

/// The web application of one ledger.
public struct WebServer: Sendable {
  let dispatcher: Dispatcher
  private let logger: Logger

  /// - Throws: what is wrong with a built-in template.
  public init(_ office: Office, settings: ServerSettings = ServerSettings()) throws {
    try self.init(office, settings: settings, kept: KeptPages())
  }

  /// - Parameter kept: where answers are kept.
  init(_ office: Office, settings: ServerSettings = ServerSettings(), kept: KeptPages) throws {
    var logger = Logger(label: "duban")
    logger.logLevel = .notice
    self.logger = logger
    dispatcher = Dispatcher(
      office: office, renderer: try PageRenderer(), settings: settings, kept: kept,
      logger: logger)
  }

  /// Serves until it is told to stop (SIGINT, SIGTERM); what has begun is finished first.
  ///
  /// - Parameter started: called once with the port that it listens on.
  public func run(started: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
    try await application(started: started).runService()
  }

  /// The application, to be run or tested.
  func application(
    started: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let settings = dispatcher.settings
    return Application(
      router: router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(Int64(settings.idleSeconds)))),
      configuration: .init(
        address: .hostname(settings.host, port: settings.port), serverName: "duban"),
      onServerRunning: { channel in started(channel.localAddress?.port ?? settings.port) },
      logger: logger)
  }

  private func router() -> Router<Visit> {
    let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Fallback(dispatcher: dispatcher))
    for route in Routes.all {
      add(route, at: route.path, api: false, to: router)
      if route.hasData { add(route, at: Links.api(route.path), api: true, to: router) }
    }
    addFiles(to: router)
    let dispatcher = dispatcher
    let description = FileReply(
      bytes: OpenAPI().bytes, type: "application/json; charset=utf-8", keeps: 300)
    router.get("/api/v1/openapi.json") { request, context in
      RequestHead(request, context, dispatcher.settings).file(description)
    }
    router.get("/healthz") { request, context in
      let head = RequestHead(request, context, dispatcher.settings)
      return try await dispatcher.orBusy(head, api: true) {
        try await dispatcher.lanes.watch.run { dispatcher.health(head) }
      }
    }
    router.get("/metrics") { request, context in
      let head = RequestHead(request, context, dispatcher.settings)
      return try await dispatcher.orBusy(head, api: true) {
        try await dispatcher.lanes.watch.run { dispatcher.metrics(head) }
      }
    }
    return router
  }

  private func addFiles(to router: Router<Visit>) {
    let own = Assets.all.map { asset in
      (
        path: "/static/" + asset.name,
        file: FileReply(bytes: asset.bytes, type: asset.type, keeps: 300)
      )
    }
    let settings = dispatcher.settings
    for (path, file) in own + VendorFiles.all(in: settings.assets) {
      router.get(RouterPath(path)) { request, context in
        RequestHead(request, context, settings).file(file)
      }
    }
  }

  private func add(_ route: Route, at path: String, api: Bool, to router: Router<Visit>) {
    let dispatcher = dispatcher
    router.on(RouterPath(path), method: route.method) { request, context in
      try await dispatcher.respond(route, request, context, api: api)
    }
  }
}
