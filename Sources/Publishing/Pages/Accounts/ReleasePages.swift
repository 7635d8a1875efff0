import Domain

/// 发布: the months that were frozen.
public struct ReleasesPage: Page {
  public static let template = "releases"
  private let rows: [Row]

  public struct Row: Sendable {
    public var month: Period
    public var day: Day
    public var counts: [Judgement.State: Int]
    /// Commitments that would be judged differently with what is known now.
    public var differing: Int

    public init(month: Period, day: Day, counts: [Judgement.State: Int], differing: Int) {
      self.month = month
      self.day = day
      self.counts = counts
      self.differing = differing
    }
  }

  /// - Parameter rows: newest first.
  public init(_ rows: [Row]) { self.rows = rows }

  public var title: Phrase { Phrase("发布", "Releases") }
  public var tab: Tab { .releases }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "has-rows": !rows.isEmpty,
      "states": Judgement.State.allCases.map {
        ["name": frame.words.name($0), "sign": frame.words.sign($0)]
      },
      "rows": rows.map { row in
        [
          "name": "\(row.month)", "href": frame.link("/releases/\(row.month)"),
          "day": row.day.description,
          "cells": Judgement.State.allCases.map { ["count": row.counts[$0] ?? 0] },
          "total": row.counts.values.reduce(0, +),
          "differing": row.differing == 0 ? frame("无", "none") : String(row.differing),
        ] as [String: Any]
      },
      "json": frame.links.json("/releases"),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "releases",
        .list(
          rows.map { row in
            .object([
              ("month", .text(row.month.description)), ("day", .text(row.day.description)),
              (
                "counts",
                .object(
                  Judgement.State.allCases.map { ($0.rawValue, .whole(row.counts[$0] ?? 0)) })
              ),
              ("differing", .whole(row.differing)),
            ])
          })
      )
    ])
  }
}

/// A month as it was released, beside what is known now.
public struct ReleasePage: Page {
  public static let template = "release"
  private let release: Release
  private let differences: [ReleaseDiff.Difference]
  private let titles: [String: String]
  private let anchor: Anchor?
  private let departures: [Departure]

  /// - Parameters:
  ///   - now: the same month judged with what is known now.
  ///   - departures: what left the plan by what is known now.
  ///   - anchor: the release's entry, with the office's signature.
  public init(
    _ release: Release, now: [Judgement], titles: [String: String], departures: [Departure] = [],
    anchor: Anchor? = nil
  ) {
    self.release = release
    self.departures = departures
    self.anchor = anchor
    differences = ReleaseDiff.differences(release, now)
    self.titles = titles
  }

  public var title: Phrase { Phrase("\(release.month) 发布", "Release \(release.month)") }
  public var tab: Tab { .releases }
  private var path: String { "/releases/\(release.month)" }

  private func sheet(_ frame: Frame) -> DifferenceSheet {
    DifferenceSheet(
      month: release.month, count: release.judgements.count, differences: differences,
      titles: titles, departures: departures, words: frame.words, synthetic: frame.synthetic)
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let sheet = sheet(frame)
    return [
      "list": frame.link("/releases"), "month": "\(release.month)",
      "anchors": [anchor.map(frame.words.anchor)].compactMap(\.self),
      "summary": sheet.summary, "has-differences": !differences.isEmpty,
      "columns": sheet.screen.columns.map(\.title),
      "differences": zip(sheet.screen.rows, differences).map { row, difference in
        [
          "id": difference.commitment, "href": frame.link("/commitments/" + difference.commitment),
          "title": row[1].shown, "what": row[2].shown, "old": row[3].shown, "new": row[4].shown,
        ]
      },
      "rows": release.judgements.map { judgement in
        [
          "id": judgement.commitment, "href": frame.link("/commitments/" + judgement.commitment),
          "title": titles[judgement.commitment] ?? "", "state": judgement.state.rawValue,
          "state-text": frame.words.sign(judgement.state) + " " + frame.words.name(judgement.state),
          "actual": judgement.actual.map { ExactText.shown($0, beside: judgement.beside) } ?? "",
          "target": judgement.target.map {
            ExactText.shown(
              $0, beside: judgement.actual.map { [$0] } ?? [], asPublished: true)
          } ?? "",
          "unit": judgement.unit, "light": judgement.light.map(frame.words.light) ?? "",
        ]
      },
      "csv": frame.links.csv(path), "json": frame.links.json(path),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("month", .text(release.month.description)), ("known", .whole(release.known)),
      (
        "judgements",
        .list(
          release.judgements.map { judgement in
            .object([
              ("id", .text(judgement.commitment)), ("state", .text(judgement.state.rawValue)),
              ("actual", JSONValue(judgement.printedActual)),
              ("target", JSONValue(judgement.target)),
              ("unit", .text(judgement.unit)), ("light", JSONValue(judgement.light?.rawValue)),
            ])
          })
      ),
      ("differences", .list(sheet(frame).objects)), ("ledger", JSONValue(anchor)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("编号", "id"), frame("事项", "commitment"), frame("状态", "state"), frame("实际", "actual"),
        frame("目标", "target"), frame("单位", "unit"), frame("灯", "light"),
      ],
      release.judgements.map { judgement in
        [
          judgement.commitment, titles[judgement.commitment] ?? "",
          frame.words.name(judgement.state), judgement.printedActual.map(ExactText.decimal) ?? "",
          judgement.target.map(ExactText.decimal) ?? "", judgement.unit,
          judgement.light.map(frame.words.light) ?? "",
        ]
      })
  }
}
