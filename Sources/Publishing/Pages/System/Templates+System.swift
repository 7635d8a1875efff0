extension Templates {
  static var system: [(name: String, bytes: [UInt8])] {
    [
      ("signin", PackageResources.signin_mustache),
      ("account", PackageResources.account_mustache),
      ("field", PackageResources.field_mustache),
      ("system-list", PackageResources.system_list_mustache),
    ]
  }
}
