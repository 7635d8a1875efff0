extension Templates {
  static var registries: [(name: String, bytes: [UInt8])] {
    [
      ("registries", PackageResources.registries_mustache),
      ("registry", PackageResources.registry_mustache),
      ("record", PackageResources.record_mustache),
    ]
  }
}
