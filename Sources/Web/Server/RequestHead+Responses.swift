import Domain
import HTTPTypes
import Hummingbird
import Operations
import Publishing

/// Responses, and the headers that every one of them has.
extension RequestHead {
  func html(_ bytes: [UInt8], status: Int) -> Response {
    response(status, "text/html; charset=utf-8", bytes)
  }

  /// A page that is ready.
  func html(_ buffer: ByteBuffer) -> Response {
    response(200, "text/html; charset=utf-8", buffer)
  }

  func json(_ value: JSONValue, status: Int) -> Response {
    response(status, "application/json; charset=utf-8", value.bytes)
  }

  func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int) -> Response {
    response(status, type, Array(text.utf8))
  }

  func file(_ file: FileReply) -> Response {
    self.file(file, ByteBuffer(bytes: file.bytes))
  }

  /// - Parameter bytes: instead of the file's own.
  func file(_ file: FileReply, _ bytes: ByteBuffer) -> Response {
    var response = response(200, file.type, bytes)
    decorate(&response, file)
    return response
  }

  func stream(
    _ file: FileReply, _ next: @escaping @Sendable () async throws -> [UInt8]?
  ) -> Response {
    var response = response(200, file.type, [])
    response.body = ResponseBody { writer in
      while let bytes = try await next() { try await writer.write(ByteBuffer(bytes: bytes)) }
      try await writer.finish(nil)
    }
    response.headers[.contentLength] = nil
    decorate(&response, file)
    return response
  }

  private func decorate(_ response: inout Response, _ file: FileReply) {
    if let name = file.name {
      response.headers[.contentDisposition] =
        "attachment; filename*=UTF-8''" + Links.encoded(name)
    }
    if let seconds = file.keeps { response.headers[.cacheControl] = "public, max-age=\(seconds)" }
  }

  /// See other: the browser gets the page, and a reload sends nothing again.
  func redirect(to path: String, _ done: Done?, _ ask: Ask) -> Response {
    var query: [String] = []
    if ask.asOf != ask.lastDay { query.append("as-of=\(ask.asOf)") }
    if ask.language != .chinese { query.append("lang=\(ask.language.rawValue)") }
    if let done { query.append("done=\(done.rawValue)") }
    return redirect(to: Routes.joined(path, query))
  }

  /// - Parameter session: the cookie's value; nil removes it.
  func redirect(to path: String, session: String?) -> Response {
    var response = redirect(to: path)
    // Longer than the session itself: whose it was tells whose what was typed is.
    let life = session == nil ? 0 : (SignIn.longestHours + SignIn.memoryHours) * 3600
    response.headers[values: .setCookie].append(
      "duban=\(session ?? ""); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(life)" + secure)
    return response
  }

  private func redirect(to path: String) -> Response {
    var response = response(303, "text/plain; charset=utf-8", [])
    response.headers[.location] = path
    return response
  }

  private var secure: String { isBehindTLS ? "; Secure" : "" }

  private func response(_ status: Int, _ type: String, _ bytes: [UInt8]) -> Response {
    response(status, type, ByteBuffer(bytes: bytes))
  }

  private func response(_ status: Int, _ type: String, _ body: ByteBuffer) -> Response {
    var headers: HTTPFields = [
      .contentType: type, .cacheControl: "no-store", .contentSecurityPolicy: Self.policy,
    ]
    headers[.xContentTypeOptions] = "nosniff"
    headers[Self.referrerPolicy] = "same-origin"
    headers[Self.frames] = "DENY"
    headers[Self.opener] = "same-origin"
    if isBehindTLS { headers[.strictTransportSecurity] = "max-age=31536000" }
    if isFirstVisit, type.hasPrefix("text/html") {
      headers[.setCookie] = "duban-form=\(seed); Path=/; HttpOnly; SameSite=Lax" + secure
    }
    return Response(
      status: .init(code: status), headers: headers,
      body: ResponseBody(byteBuffer: body))
  }

  /// Nothing from elsewhere, no script or style inside a page.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  private static let referrerPolicy = named("Referrer-Policy")
  private static let frames = named("X-Frame-Options")
  private static let opener = named("Cross-Origin-Opener-Policy")

  private static func named(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .xContentTypeOptions
  }
}

extension Routes {
  /// An address with more in its query.
  static func joined(_ address: String, _ query: [String]) -> String {
    guard !query.isEmpty else { return address }
    return address + (address.contains("?") ? "&" : "?") + query.joined(separator: "&")
  }
}
