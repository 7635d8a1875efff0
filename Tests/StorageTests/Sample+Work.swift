import Domain

extension Sample {
  /// One change of every kind that the work of an office makes.
  static func work(sha256: String) -> [Change] {
    let attachment = Attachment(sha256: sha256, name: "验收单.pdf", size: 3)
    let month = Period.month(2023, 11) ?? Period(day("2023-11-01"), day("2023-11-01"))!
    return [
      .account(Account(login: "keji1", name: "科技局 填报", role: .clerk, unit: "科技局", isActive: false)),
      .settings(OfficeSettings(filingDay: 8, office: "区督查室", telephone: "0531-1")),
      .receipt(Receipt(commitment: "P16", unit: "科技局")),
      .filing(
        Filing(
          commitment: "P16", month: month, unit: "科技局", value: Exact("41"), measuredIn: "家",
          progress: "新增41家\n含首次认定", next: "再增11家", attachments: [attachment],
          state: .returned, reason: "缺证书", form: "f1")),
      .closing(
        Closing(
          commitment: "P16", step: .verified, note: "已核", method: .onSite,
          attachments: [attachment], successor: "2024-P3")),
      .objection(
        Objection(
          id: "Y2023-12-001", commitment: "P16", text: "数不对", day: day("2023-12-01"),
          state: .answered, answer: "已核对", answered: day("2023-12-05"), reason: "—")),
      .notice(
        Notice(
          id: "督2023-12-001", unit: "科技局", commitments: ["P16", "P17"], kind: .yellow,
          day: day("2023-12-01"), due: day("2023-12-08"), text: "请尽快")),
    ]
  }
}
