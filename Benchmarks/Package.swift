// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that whoever builds the product never builds its benchmarks.
let package = Package(
  name: "duban-benchmarks",
  dependencies: [.package(name: "duban", path: "..")],
  targets: [
    .executableTarget(
      name: "bench-reading",
      dependencies: [.product(name: "DubanReading", package: "duban")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(
      name: "bench-maps",
      dependencies: [.product(name: "DubanAccessibility", package: "duban")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
    .executableTarget(
      name: "bench-accounts",
      dependencies: [.product(name: "DubanAccounts", package: "duban")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
