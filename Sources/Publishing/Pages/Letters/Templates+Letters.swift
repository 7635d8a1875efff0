extension Templates {
  /// What comes from outside, and its answers.
  static var letters: [(name: String, bytes: [UInt8])] {
    [
      ("objections", PackageResources.objections_mustache),
      ("objection-form", PackageResources.objection_form_mustache),
      ("objection-receipt", PackageResources.objection_receipt_mustache),
      ("objection-desk", PackageResources.objection_desk_mustache),
      ("objection-answer", PackageResources.objection_answer_mustache),
      ("bulletin", PackageResources.bulletin_mustache),
      ("quarterly", PackageResources.quarterly_mustache),
      ("reminders", PackageResources.reminders_mustache),
      ("notice", PackageResources.notice_mustache),
      ("notices", PackageResources.notices_mustache),
      ("matters", PackageResources.matters_mustache),
      ("matter-form", PackageResources.matter_form_mustache),
    ]
  }
}
