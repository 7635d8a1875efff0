import Domain
import Foundation
import Testing

@testable import Operations
@testable import Web

/// The API's description says what is there, all of it and nothing else.
@Suite struct DescriptionTests {
  @Test func everyRouteWithDataIsDescribed() {
    let routes = Set(Routes.all.filter(\.hasData).map(\.path))
    let described = DataRoute.all.map(\.path)
    #expect(Set(described).count == described.count)
    #expect(routes.subtracting(described).sorted() == [])
    #expect(Set(described).subtracting(routes).sorted() == [])
  }

  @Test func answersAreAsDescribed() async throws {
    let site = try TestSite()
    let sha = try found(site.office.books().reports.first?.sha256)
    try await site.run { browser in
      try await browser.signIn("ducha")
      for route in DataRoute.all
      where !route.path.contains(":id") || route.path == "/commitments/:id" {
        let values = [
          ":id": "P16", ":month": "2023-10", ":name": "招商项目", ":series": "地区生产总值", ":sha": sha,
          ":key": "x",
        ]
        let parts = route.path.split(separator: "/").map { values[String($0)] ?? String($0) }
        let path = parts.isEmpty ? "/overview" : "/" + parts.joined(separator: "/")
        let answer = try await browser.get("/api/v1" + path)
        guard answer.status == 200 else {
          #expect([401, 403, 404].contains(answer.status), "\(path): \(answer.status)")
          continue
        }
        let object = try JSONSerialization.jsonObject(with: Data(answer.bytes))
        let keys = try #require(object as? [String: Any], "\(path)")
        let described = Dictionary(route.keys.map { ($0.name, $0.type) }) { $1 }
        #expect(Set(keys.keys).subtracting(described.keys).sorted() == [], "\(path)")
        for (name, type) in described where !type.hasSuffix("?") {
          #expect(keys[name] != nil && !(keys[name] is NSNull), "\(path): \(name)")
        }
      }
    }
  }

  @Test func theDescriptionIsServed() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let answer = try await browser.get("/api/v1/openapi.json")
      #expect(answer.status == 200)
      let object = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
      #expect(object?["openapi"] as? String == "3.1.0")
      let paths = try #require(object?["paths"] as? [String: Any])
      #expect(paths.count == DataRoute.all.count)
      #expect(paths["/api/v1/commitments/{id}"] != nil)
    }
  }
}
