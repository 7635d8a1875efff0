extension Templates {
  static var reports: [(name: String, bytes: [UInt8])] {
    [
      ("reports", PackageResources.reports_mustache),
      ("report", PackageResources.report_mustache),
      ("comparisons", PackageResources.comparisons_mustache),
      ("comparison", PackageResources.comparison_mustache),
      ("report-entry", PackageResources.report_entry_mustache),
      ("report-new", PackageResources.report_new_mustache),
      ("report-draft", PackageResources.report_draft_mustache),
      ("planfield", PackageResources.planfield_mustache),
      ("plan-edit", PackageResources.plan_edit_mustache),
      ("plan-step", PackageResources.plan_step_mustache),
      ("plan-office", PackageResources.plan_office_mustache),
      ("plan-units", PackageResources.plan_units_mustache),
    ]
  }
}
