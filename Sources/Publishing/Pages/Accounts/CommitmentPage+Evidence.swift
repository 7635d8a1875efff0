import Domain

extension Words {
  /// The grade with the document's number, and what it was said to be where it is not that.
  func grade(of source: Source) -> String {
    let number =
      source.number.map { self("文号 \($0)", "number \($0)") }
      ?? (source.grade == .accepted
        && !DocumentNumber.isIn(source.title + " " + (source.address ?? ""))
        ? self("未写文号", "no number given") : nil)
    let claimed = source.claimed.map { self("报送时称为\(proof($0))", "handed in as \(proof($0))") }
    return [proof(source.grade), claimed, number].compactMap { $0 }.joined(
      separator: self("，", ", "))
  }
}

extension CommitmentPage {
  /// What counts, of which grade, from which sources, and what was left out.
  func evidence(_ frame: Frame) -> [String: Any] {
    let words = frame.words
    let grades = Grade.allCases.reversed().compactMap { grade in
      account.grades[grade].map { ["name": words.proof(grade), "count": $0] as [String: Any] }
    }
    let told = { (isRefusal: Bool) in
      (account.judgement?.leftOut ?? []).filter { $0.reason.isRefusal == isRefusal }
        .map { leftOut($0, frame) }
    }
    let (left, beside) = (told(true), told(false))
    var context: [String: Any] = [
      "grades": grades, "left": left, "has-left": !left.isEmpty, "beside": beside,
      "has-beside": !beside.isEmpty,
      "figures": facts.figures.map { figure($0, frame) }, "has-figures": !facts.figures.isEmpty,
      "proofs": facts.proofs.map { proof($0, frame) }, "has-proofs": !facts.proofs.isEmpty,
      "sources": usedSources.map { source($0, frame) }, "has-sources": !usedSources.isEmpty,
      "has-evidence": !grades.isEmpty || !facts.figures.isEmpty || !facts.proofs.isEmpty,
    ]
    if let counted = account.records { context.merge(records(counted, frame)) { $1 } }
    return context
  }

  private func leftOut(_ item: LeftOut, _ frame: Frame) -> [String: Any] {
    let examples = account.showsKeys && frame.caller.may(.readInternal) ? item.examples : []
    return [
      "count": item.count, "why": frame.words.reason(item.reason),
      "examples": examples.map { $0.replacing(Record.separator, with: " ") }
        .joined(separator: frame("、", ", ")),
    ]
  }

  private func records(_ counted: CommitmentAccount.Counted, _ frame: Frame) -> [String: Any] {
    let sheet = RecordSheet(
      registry: counted.registry, records: counted.records, total: counted.total,
      words: frame.words, synthetic: nil
    ).screen
    return [
      "has-records": true, "registry": counted.registry.name,
      "registry-href": frame.link("/registries/" + counted.registry.name),
      "has-record-rows": !counted.records.isEmpty, "records-total": counted.total,
      "records-shown": counted.records.count,
      "records-more": counted.total > counted.records.count,
      "record-columns": sheet.columns.map { ["name": $0.title, "number": $0.isNumber] },
      "records": sheet.rows.map { row in
        [
          "cells": zip(sheet.columns, row).map {
            ["text": $1.shown, "number": $0.isNumber, "label": $0.title]
          }
        ]
      },
    ]
  }

  private func figure(_ figure: Observation, _ frame: Frame) -> [String: Any] {
    let unit = figure.form == .growth ? "%" : account.judgement?.unit ?? ""
    return [
      "series": figure.series, "href": frame.link("/data/" + figure.series),
      "period": figure.period.description,
      "value": ExactText.shown(figure.value, asPublished: true) + (unit == "%" ? "%" : ""),
      "form": figure.form == .growth ? frame("同比增长", "growth") : frame("总量", "level"),
      "vintage": figure.vintage.rawValue, "published": figure.published.description,
      "source": facts.sources[figure.source]?.title ?? figure.source,
    ]
  }

  private func proof(_ proof: Proof, _ frame: Frame) -> [String: Any] {
    let source = facts.sources[proof.source]
    return [
      "milestone": proof.milestone, "day": proof.day.description,
      "source": source.map { "\($0.title)（\($0.issuer)，\($0.date)）" } ?? proof.source,
      "kind": source.flatMap { frame.words.kind(of: $0) } ?? "",
      "grade": source.map { frame.words.proof($0.grade) } ?? "",
    ]
  }

  /// In the order of their dates, newest first.
  private var usedSources: [Source] {
    let used = Set(
      (account.records?.records ?? []).map(\.source) + facts.figures.map(\.source)
        + facts.proofs.map(\.source))
    return used.compactMap { facts.sources[$0] }
      .sorted { ($1.date, $0.id) < ($0.date, $1.id) }
  }

  private func source(_ source: Source, _ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "name": source.title, "issuer": source.issuer, "date": source.date.description,
      "grade": frame.words.grade(of: source),
    ]
    if let sha256 = source.sha256, frame.caller.may(.readInternal), frame.links.isServed {
      context["file"] = "/files/" + sha256
    }
    if let address = source.address, address.hasPrefix("https://") || address.hasPrefix("http://") {
      context["address"] = address
    }
    return context
  }
}
