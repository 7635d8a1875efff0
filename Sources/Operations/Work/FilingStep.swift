import Domain
import Publishing

/// What every step on a filing's way has in common: rights, the state before, the page's age.
struct FilingStep {
  let office: Office

  /// Takes a filing to a state as a new version.
  ///
  /// - Parameters:
  ///   - before: the states from which the caller may take it.
  ///   - basis: the entry of the version that the page showed.
  ///   - reason: kept with the version; required by the steps that go back.
  func take(
    _ key: Filing.Key, to state: Filing.State, from before: Set<Filing.State>, basis: Int,
    as act: Act, reason: String? = nil, by caller: Caller
  ) throws {
    let unit = act.isForUnit ? key.unit : nil
    try office.change(act, for: unit, by: caller, reason: reason) { books in
      guard let versions = books.filings[key], let last = versions.last else {
        throw WorkFault.notFound
      }
      if Self.isRepeat(versions, state, reason, basis, caller) { return [] }
      guard last.note.sequence == basis else {
        throw WorkFault.stale(since: basis, now: last.note.sequence)
      }
      guard before.contains(last.value.state), last.value.state.next.contains(state) else {
        throw Self.wrong(last.value.state, state)
      }
      var version = last.value
      version.state = state
      version.reason = reason
      return [.filing(version)]
    }
  }

  /// The same button pressed twice: the newest version is what this very form made.
  private static func isRepeat(
    _ versions: [Books.Noted<Filing>], _ state: Filing.State, _ reason: String?, _ basis: Int,
    _ caller: Caller
  ) -> Bool {
    guard let last = versions.last, versions.dropLast().last?.note.sequence == basis else {
      return false
    }
    return last.value.state == state && last.value.reason == reason
      && last.note.actor == caller.account?.login
  }

  static func wrong(_ now: Filing.State, _ wanted: Filing.State) -> WorkFault {
    .wrongStep(
      Phrase(
        "填报现在是“\(now.words.chinese)”，不能改为“\(wanted.words.chinese)”",
        "the filing is “\(now.words.english)” and cannot become “\(wanted.words.english)”"))
  }

  /// A reason that was given, of at most ``TextLimit/reason`` characters.
  ///
  /// - Throws: ``WorkFault/form(_:)``.
  static func reason(_ text: String) throws -> String {
    let text = TextLimit.plain(text)
    if let problem = TextLimit.problem(
      "reason", text, most: TextLimit.reason,
      missing: Phrase("请写明理由，填报单位会看到", "give the reason; the unit will read it"))
    {
      throw WorkFault.form([problem])
    }
    return text
  }
}

/// How long texts of forms may be, in characters.
enum TextLimit {
  static let (progress, next, reason, note) = (5000, 2000, 1000, 2000)

  /// With line ends of one kind and nothing around.
  static func plain(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    var scalars = lines.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// - Parameter missing: what to say where it is empty; nil where it may be.
  static func problem(
    _ field: String, _ text: String, most: Int, missing: Phrase? = nil
  ) -> FormProblem? {
    if text.isEmpty { return missing.map { FormProblem(field, $0) } }
    let count = text.count
    guard count > most else { return nil }
    return FormProblem(
      field, "这里有 \(count) 字，请缩短到 \(most) 字以内；详细材料可以作为附件",
      "\(count) characters: shorten to \(most), details can be attached")
  }
}

extension FormProblem {
  /// What keeps files from being taken, one problem for each.
  static func files(_ files: [(name: String, bytes: [UInt8])]) -> [FormProblem] {
    files.compactMap { file in
      do throws(WorkFault) {
        try TakeAttachments.check(file.name, file.bytes)
        return nil
      } catch {
        return FormProblem("files", Phrase(error.sentence(.chinese), error.sentence(.english)))
      }
    }
  }
}

extension Caller {
  /// The unit that somebody acts for.
  ///
  /// - Throws: ``WorkFault/notSignedIn`` or ``WorkFault/notAllowed(_:)``.
  func unit(for act: Act) throws(WorkFault) -> String {
    guard let account else { throw .notSignedIn }
    guard may(act), let unit = account.unit else { throw .notAllowed(act) }
    return unit
  }
}
