/// The packs that are built into the program: folders of declarations for one kind of government.
public enum Packs {
  /// Files of the district pack by name: registries, series, units, commitments, lights and scores
  /// as lists of the Domain types in YAML, and the demo report as text. `lights-published.yaml`
  /// holds published light rules that have gaps: they are there to be refused.
  public static var district: [(name: String, bytes: [UInt8])] {
    [
      ("registries-economy.yaml", PackageResources.registries_economy_yaml),
      ("registries-innovation.yaml", PackageResources.registries_innovation_yaml),
      ("registries-renewal.yaml", PackageResources.registries_renewal_yaml),
      ("registries-rural.yaml", PackageResources.registries_rural_yaml),
      ("registries-people.yaml", PackageResources.registries_people_yaml),
      ("series.yaml", PackageResources.series_yaml),
      ("units.yaml", PackageResources.units_yaml),
      ("commitments.yaml", PackageResources.commitments_yaml),
      ("lights.yaml", PackageResources.lights_yaml),
      ("lights-published.yaml", PackageResources.lights_published_yaml),
      ("scores.yaml", PackageResources.scores_yaml),
      ("demo-report.txt", PackageResources.demo_report_txt),
    ]
  }
}
