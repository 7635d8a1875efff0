/// The templates that are built in, by name. Each area lists its own.
enum Templates {
  static var all: [(name: String, bytes: [UInt8])] {
    shared + accounts + registries + views + imports + letters + reports + work + system
  }

  /// Frame, and parts that several pages use.
  private static var shared: [(name: String, bytes: [UInt8])] {
    [
      ("frame", PackageResources.frame_mustache),
      ("problems", PackageResources.problems_mustache),
      ("fault", PackageResources.fault_mustache),
      ("unreleased", PackageResources.unreleased_mustache),
    ]
  }
}
