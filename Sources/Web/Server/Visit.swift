import Hummingbird
import NIOCore

/// A request's surroundings: where it came from.
struct Visit: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The other end of the connection, which may be a proxy; nil where there is none.
  let remote: SocketAddress?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remote = source.channel.remoteAddress
  }
}
