/// The templates that are built in, by name: every file of `Templates`, without its ending.
enum Templates {
  static let all: [(name: String, bytes: [UInt8])] = PackageResources.all
    .filter { $0.name.hasSuffix(ending) }
    .map { (name: String($0.name.dropLast(ending.count)), bytes: $0.bytes) }

  private static let ending = ".mustache"
}
