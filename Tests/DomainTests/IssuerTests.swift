import Domain
import Testing

@Suite("Who issued a document, and what it is called")
struct IssuerTests {
  @Test("a declared body is known by its names here and above, and not by those elsewhere")
  func bodies() {
    let place = "济南市市中区"
    for (issuer, body, isIt) in [
      ("统计局", "统计局", true), ("区统计局", "统计局", true), ("市中区统计局", "统计局", true),
      ("济南市市中区统计局", "区统计局", true), ("统计局", "区统计局", true), ("市统计局", "统计局", true),
      ("济南市统计局", "市统计局", true), ("市统计局", "区统计局", false),
      ("历下区统计局", "统计局", false), ("历下区统计局", "区统计局", false),
      ("青岛市统计局", "统计局", false), ("财政局", "统计局", false), ("泉城海关", "海关", true),
      ("国家统计局济南调查队", "国家统计局调查队", true),
      ("中国人民银行济南分行", "人民银行", true), (" 区 统计局", "区统计局", true),
    ] {
      #expect(Issuer(issuer).isBody(body, of: place) == isIt, "\(issuer) as \(body)")
    }
    #expect(Issuer("历下区统计局").isBody("统计局", of: nil))
  }

  @Test("a unit's offices are the unit; the same body of the city is another")
  func units() {
    for (issuer, isIt) in [
      ("科技局", true), ("区科技局", true), ("示例区科技局", true), ("科技局创新科", true),
      ("市科技局", false), ("省科技厅", false), ("示例市科技局", false), ("商务局", false),
    ] {
      #expect(Issuer(issuer).isUnit("科技局", of: "示例区") == isIt, "\(issuer)")
    }
  }

  @Test("bodies of statistics, public bodies, and those above")
  func kinds() {
    for name in ["区统计局", "国家统计局示例调查队", "海关", "中国人民银行"] {
      #expect(Issuer(name).isStatisticsBody, "\(name)")
    }
    #expect(!Issuer("招商局").isStatisticsBody)
    #expect(Issuer("省科技厅").isAbove("示例区") && Issuer("市住建局").isAbove("示例区"))
    #expect(Issuer("科技部").isAbove("示例区") && !Issuer("区科技局").isAbove("示例区"))
    #expect(!Issuer("济南市某某有限公司").isAbove("示例区") && !Issuer("清河企业有限公司").isPublicBody)
  }

  @Test("a document number is one, and a year, a day or a file's name is none")
  func numbers() {
    for text in [
      "鲁高企字〔2025〕3号", "关于认定的通知（济科发[2023]12号）", "竣工验收备案表 第18号", "备案号：3701032023",
      "GR202337000123", "质检报告编号 JC-2023-0815",
    ] {
      #expect(DocumentNumber.isIn(text), "\(text)")
    }
    for text in [
      "2023年11月台账", "2023年第一批认定名单", "20231115", "自查报告", "12.csv", "第3批",
      "https://example.gov.cn/art/2023/12/1/index.html", "",
    ] {
      #expect(!DocumentNumber.isIn(text), "\(text)")
    }
  }

  @Test("a series names its publishers in their order")
  func publishers() {
    let series = Series(
      name: "s", unit: "亿元", publisher: "区统计局、 市统计局；海关", cadence: .month)
    #expect(series.publishers == ["区统计局", "市统计局", "海关"])
    #expect(Series(name: "s", unit: "亿元", cadence: .month).publishers.isEmpty)
  }
}
