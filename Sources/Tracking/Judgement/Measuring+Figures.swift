import Domain

extension Measuring {
  /// A published figure, in the words of who published it.
  func take(_ reported: Measure.Reported, _ frame: Frame) throws -> Measured {
    let figures = try FigurePicker(books: books, evidence: evidence).pick(reported, frame)
    var measured = Measured(unit: units.unit(.reported(reported)), leftOut: figures.leftOut)
    measured.figures = figures
    measured.findings = findings(figures, reported, measured.unit)
    guard let latest = figures.latest else {
      measured.lines = figures.contradictory.map { line(reported, $0, measured.unit) }
      measured.missing = missing(figures)
      return measured
    }
    measured.value = latest.value
    if let grade = books.sources[latest.source]?.grade { measured.grades[grade] = 1 }
    measured.lines.append(line(reported, latest, measured.unit))
    if let earlier = figures.earlier {
      measured.lines.append(revision(earlier, latest, measured.unit))
    }
    measured.findings += raised(among: [latest.source], frame)
    return measured
  }

  private func missing(_ figures: Figures) -> Phrase {
    figures.contradictory.isEmpty
      ? Phrase("尚无已发布的数据", "no figure has been published yet")
      : Phrase(
        "数据自相矛盾：同一期、同一天公布的数不一致，更正前不作结论",
        "the data contradicts itself: figures of one period and day differ; not judged until corrected"
      )
  }

  private func findings(_ figures: Figures, _ reported: Measure.Reported, _ unit: String)
    -> [Finding]
  {
    let kinds: [(Finding.Kind, [Observation], Phrase?)] = [
      (
        .contradiction, figures.contradictory,
        Phrase("同一期、同一天、同一版次的数不一致", "figures of one period, day and vintage differ")
      ),
      (
        .contradiction, figures.disputed,
        Phrase("与计入的数不一致，不取代它", "differ from the figure that counts, and do not replace it")
      ),
      (.otherPublisher, figures.others, publishers(reported)),
    ]
    return kinds.filter { !$0.1.isEmpty }.map { kind, figures, detail in
      Finding(
        kind: kind, about: reported.series, count: figures.count,
        groups: figures.prefix(Finding.listed).map { [told($0, unit)] }, detail: detail)
    }
  }

  private func publishers(_ reported: Measure.Reported) -> Phrase? {
    let names = books.series[reported.series]?.publishers ?? []
    guard !names.isEmpty else { return nil }
    return Phrase(
      "该指标由\(names.joined(separator: "、"))公布", "published by \(names.joined(separator: ", "))")
  }

  /// `2023 6.5 %（初步，招商局，2024-01-20）`.
  private func told(_ figure: Observation, _ unit: String) -> String {
    "\(figure.period) \(figure.value) \(unit)（\(figure.vintage.rawValue)，\(publisher(figure) ?? "")，\(figure.published)）"
  }

  /// Whose figure it is: its own publisher, else who issued the document.
  private func publisher(_ figure: Observation) -> String? {
    figure.publisher ?? books.sources[figure.source]?.issuer
  }

  private func line(
    _ reported: Measure.Reported, _ figure: Observation, _ unit: String
  ) -> Phrase {
    let words = words.phrase(reported, in: figure.period, by: publisher(figure) ?? "")
    let source = books.sources[figure.source]?.title ?? figure.source
    return Phrase(
      "\(words.chinese)：\(figure.value) \(unit)（\(figure.vintage.rawValue)，\(figure.published) 发布，《\(source)》）",
      "\(words.english): \(figure.value) \(unit) (\(figure.vintage.rawValue), published \(figure.published), \(source))"
    )
  }

  private func revision(_ earlier: Observation, _ latest: Observation, _ unit: String) -> Phrase {
    Phrase(
      "此前为 \(earlier.value) \(unit)（\(earlier.published) 发布），已修订为 \(latest.value) \(unit)",
      "\(earlier.value) \(unit) before (published \(earlier.published)), now \(latest.value) \(unit)"
    )
  }
}
