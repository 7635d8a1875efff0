extension Templates {
  static let views: [(name: String, bytes: [UInt8])] = [
    ("stages", PackageResources.stages_mustache), ("chains", PackageResources.chains_mustache),
    ("buildings", PackageResources.buildings_mustache),
  ]
}
