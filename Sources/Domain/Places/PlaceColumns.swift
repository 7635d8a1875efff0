/// The usual names of the columns that say where something is and how many live there, in tables, in
/// GeoJSON and in registries; the more telling first.
public enum PlaceColumns {
  /// Columns whose value names the place among its like.
  public static let keys = ["编号", "网格编号", "机构登记号", "登记号", "代码", "id", "key", "code"]
  /// Columns with the place's name.
  public static let names = ["名称", "机构名称", "学校名称", "小区名称", "小区", "name"]
  /// Columns with degrees of longitude.
  public static let longitudes = ["经度", "lon", "lng", "longitude"]
  /// Columns with degrees of latitude.
  public static let latitudes = ["纬度", "lat", "latitude"]
  /// Both in one: `117.0012,36.6543`.
  public static let points = ["坐标", "中心坐标", "位置", "中心位置", "经纬度", "location", "point"]
  /// Columns that say how many people live there.
  public static let people = [
    "常住人口", "常住人口数", "人口", "人口数", "人数", "学生数", "适龄儿童", "population", "people", "pop",
  ]
  /// Columns with the subdistrict (街道) that it lies in.
  public static let subdistricts = ["街道", "镇街", "所属街道", "街镇", "乡镇", "subdistrict"]
  /// Beds, school places.
  public static let capacities = ["容量", "床位", "床位数", "学位", "学位数", "capacity", "beds", "places"]
}
