/// The packs that are built into the program: folders of declarations for one kind of government.
public enum Packs {
  /// Files of the district pack by name.
  public static var district: [(name: String, bytes: [UInt8])] {
    [("units.yaml", PackageResources.units_yaml)]
  }
}
