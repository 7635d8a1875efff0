extension Templates {
  static var accounts: [(name: String, bytes: [UInt8])] {
    [
      ("circles", PackageResources.circles_mustache),
      ("circle", PackageResources.circle_mustache),
      ("overview", PackageResources.overview_mustache),
      ("commitments", PackageResources.commitments_mustache),
      ("account-row", PackageResources.account_row_mustache),
      ("commitment", PackageResources.commitment_mustache),
      ("traces", PackageResources.traces_mustache),
      ("series-list", PackageResources.series_list_mustache),
      ("series", PackageResources.series_mustache),
      ("releases", PackageResources.releases_mustache),
      ("release", PackageResources.release_mustache),
    ]
  }
}
