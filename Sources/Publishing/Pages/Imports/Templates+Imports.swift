extension Templates {
  static let imports: [(name: String, bytes: [UInt8])] = [
    ("import-new", PackageResources.import_new_mustache),
    ("import-preview", PackageResources.import_preview_mustache),
  ]
}
