// swift-tools-version: 6.1
import PackageDescription

let swift: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "duban",
  products: [
    .executable(name: "duban", targets: ["duban"]),
    .library(name: "DubanReading", targets: ["Domain", "Documents", "Reading"]),
    .library(name: "DubanAccessibility", targets: ["Domain", "Accessibility"]),
    .library(name: "DubanAccounts", targets: ["Domain", "Storage", "Tracking", "Operations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .executableTarget(name: "embed", swiftSettings: swift),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed"]),

    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    .target(
      name: "Domain", dependencies: [.product(name: "BigInt", package: "BigInt")],
      swiftSettings: swift),
    .target(name: "CSpawn"),
    .target(name: "Programs", dependencies: ["CSpawn"], swiftSettings: swift),
    .target(
      name: "Documents", dependencies: ["Domain", "Programs", "CLibXML2", "CLibZip"],
      exclude: ["Resources"], swiftSettings: swift, plugins: ["EmbedFiles"]),
    .target(
      name: "Reading", dependencies: ["Domain"], exclude: ["Resources"], swiftSettings: swift,
      plugins: ["EmbedFiles"]),
    .target(name: "Registries", dependencies: ["Domain"], swiftSettings: swift),
    .target(
      name: "Declarations",
      dependencies: ["Domain", .product(name: "Yams", package: "Yams")], swiftSettings: swift),
    .target(name: "Tracking", dependencies: ["Domain"], swiftSettings: swift),
    .target(
      name: "Reconciling", dependencies: ["Domain"], exclude: ["Resources"], swiftSettings: swift,
      plugins: ["EmbedFiles"]),
    .target(
      name: "COsmium", cxxSettings: [.define("NDEBUG")],
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("stdc++")]),
    .target(
      name: "Accessibility", dependencies: ["Domain", "Programs", "COsmium"],
      exclude: ["Resources"], swiftSettings: swift, plugins: ["EmbedFiles"]),
    .target(
      name: "Storage",
      dependencies: [
        "Domain", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: swift),
    .target(
      name: "Packs", path: "Packs", exclude: ["district"], swiftSettings: swift,
      plugins: ["EmbedFiles"]),
    .target(name: "DemoDistrict", dependencies: ["Domain"], swiftSettings: swift),
    .target(
      name: "Publishing",
      dependencies: [
        "Domain", "CLibXLSXWriter", "CLibZip",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Resources", "Templates"], swiftSettings: swift, plugins: ["EmbedFiles"]),
    .target(
      name: "Operations",
      dependencies: [
        "Domain", "Programs", "Documents", "Reading", "Publishing", "Registries", "Declarations",
        "Tracking", "Reconciling", "Accessibility", "Packs", "DemoDistrict",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ], swiftSettings: swift),
    .target(
      name: "Web",
      dependencies: [
        "Domain", "Operations", "Publishing",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: swift),
    .executableTarget(
      name: "duban",
      dependencies: [
        "Domain", "Documents", "Reading", "Accessibility", "Publishing", "Operations", "Storage",
        "Web", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: swift),

    .target(
      name: "TestSupport", dependencies: ["Domain"], path: "Tests/TestSupport", swiftSettings: swift
    ),
    .testTarget(
      name: "DocsTests", dependencies: ["Domain", "TestSupport"], swiftSettings: swift),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs"], swiftSettings: swift),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: swift),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Programs", "Domain", "CLibZip"],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Documents", "Domain", "TestSupport"],
      exclude: ["Corpus", "TaskCorpus"], swiftSettings: swift),
    .testTarget(
      name: "ReconcilingTests",
      dependencies: ["Reconciling", "Reading", "Documents", "Domain", "TestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "AccessibilityTests", dependencies: ["Accessibility", "Domain"], swiftSettings: swift),
    .testTarget(name: "TrackingTests", dependencies: ["Tracking", "Domain"], swiftSettings: swift),
    .testTarget(
      name: "RegistriesTests", dependencies: ["Registries", "Documents", "Domain"],
      swiftSettings: swift),
    .testTarget(
      name: "DeclarationsTests", dependencies: ["Declarations", "Domain"], swiftSettings: swift),
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing", "Documents", "Domain"],
      exclude: ["Golden"],
      swiftSettings: swift),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "Domain", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: swift),
    .testTarget(
      name: "OperationsTests",
      dependencies: [
        "duban", "Operations", "Storage", "DemoDistrict", "Tracking", "Publishing", "Documents",
        "Accessibility", "Domain", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: swift),
    .testTarget(
      name: "CommandTests",
      dependencies: ["duban", "Programs", "Operations", "Storage", "DemoDistrict", "Domain"],
      swiftSettings: swift),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Documents", "Operations", "Publishing", "Storage", "Domain", "TestSupport",
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: swift),
    .testTarget(
      name: "PackTests",
      dependencies: [
        "Domain", "Packs", "DemoDistrict", "Documents", "Reading",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: swift),
  ],
  cxxLanguageStandard: .cxx17
)
