import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// Keeps cookies and sends forms with their token, as a browser does.
actor Browser {
  private let client: any TestClientProtocol
  /// Every browser is the same visitor until it signs in, so that forms have the same tokens.
  private var cookies = ["duban-form": String(repeating: "x", count: 43)]

  init(client: any TestClientProtocol) { self.client = client }

  /// What came back.
  struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var text: String
    var bytes: [UInt8]

    /// The token of the page's first form.
    var csrf: String {
      guard let start = text.range(of: #"name="csrf" value=""#) else { return "" }
      return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  /// What the site has set under a name.
  func cookie(_ name: String) -> String? { cookies[name] }

  func get(_ address: String) async throws -> Answer {
    try await send(address, .get, [:], [])
  }

  /// Sends fields as a form does; the token is taken from `page`, or the sign-in page.
  func post(_ address: String, _ fields: [String: String], from page: Answer? = nil) async throws
    -> Answer
  {
    let token: String
    if let page { token = page.csrf } else { token = try await get("/login").csrf }
    let all = fields.merging(["csrf": token]) { $1 }
    let body = all.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
    return try await send(
      address, .post, [.contentType: "application/x-www-form-urlencoded"], Array(body.utf8))
  }

  /// Signs in with the test password.
  @discardableResult
  func signIn(_ login: String) async throws -> Answer {
    try await post("/login", ["login": login, "password": TestSite.password])
  }

  func send(_ address: String, _ method: HTTPRequest.Method, _ more: HTTPFields, _ body: [UInt8])
    async throws -> Answer
  {
    var headers = more
    if !cookies.isEmpty {
      headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    let response = try await client.execute(
      uri: address, method: method, headers: headers, body: ByteBuffer(bytes: body)
    ) { $0 }
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
    }
    let bytes = [UInt8](buffer: response.body)
    return Answer(
      status: response.status.code, headers: response.headers,
      text: String(decoding: bytes, as: UTF8.self), bytes: bytes)
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
