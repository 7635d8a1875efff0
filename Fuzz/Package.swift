// swift-tools-version: 6.1
import PackageDescription

// Built by scripts/fuzz.sh, which passes `-sanitize=fuzzer,address -parse-as-library` for every
// module; libFuzzer brings the main function.
let package = Package(
  name: "duban-fuzz",
  dependencies: [.package(name: "duban", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-reading",
      dependencies: [.product(name: "DubanReading", package: "duban")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")])
  ]
)
