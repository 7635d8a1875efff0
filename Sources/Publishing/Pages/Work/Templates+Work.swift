extension Templates {
  static var work: [(name: String, bytes: [UInt8])] {
    [
      ("desk_unit", PackageResources.desk_unit_mustache),
      ("desk_filing", PackageResources.desk_filing_mustache),
      ("desk_history", PackageResources.desk_history_mustache),
      ("desk_office", PackageResources.desk_office_mustache),
      ("desk_review", PackageResources.desk_review_mustache),
      ("desk_release", PackageResources.desk_release_mustache),
      ("desk_closings", PackageResources.desk_closings_mustache),
      ("desk_closing", PackageResources.desk_closing_mustache),
      ("desk_answer", PackageResources.desk_answer_mustache),
    ]
  }
}
