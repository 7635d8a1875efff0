import Domain

extension StorageFault {
  /// The fault in one or two plain sentences: what is wrong, and what was expected.
  public func sentence(_ language: Language) -> String { words(language) }

  private var words: Phrase {
    switch self {
    case .cannotOpen(_, let reason):
      Phrase(
        "文件打不开（\(reason)）。请核对路径和权限。",
        "The file cannot be opened (\(reason)). Check its path and permissions.")
    case .notALedger:
      Phrase("不是督办的账本。未作任何改动。", "This is no ledger of Duban. Nothing was changed.")
    case .newer:
      Phrase(
        "账本由更新版本的程序建立。请升级程序后再打开。",
        "The ledger was made by a later version of the program. Use that version.")
    case .locked:
      Phrase("另一个程序正在写账本。请稍后再试。", "Another program is writing to the ledger. Try again later.")
    case .readOnly:
      Phrase(
        "账本只能读，不能写。请核对打开方式和文件权限。",
        "The ledger may only be read. Check how it was opened and its permissions.")
    case .diskFull:
      Phrase(
        "磁盘已满，未写入。请腾出空间后再试。", "The disk is full; nothing was written. Make room and try again.")
    case .damaged(_, let reason):
      Phrase(
        "账本已损坏：\(reason.chinese)。请用备份恢复。",
        "The ledger is damaged: \(reason.english). Restore a backup.")
    case .entry(let sequence, let kind):
      Phrase(
        "第 \(sequence) 条记账（\(kind)）无法读懂。它可能由别的版本写入，或已损坏。",
        "Entry \(sequence) (\(kind)) cannot be read. Another version wrote it, or it is damaged.")
    case .bringsRows(let kind):
      Phrase(
        "\(kind) 带有数据行，只能用导入或删除来记账。",
        "A change of kind \(kind) brings rows; it is made by an import or a removal.")
    case .undeclared(let name):
      Phrase(
        "「\(name)」尚未声明。请先声明台账或指标，再导入数据。",
        "\"\(name)\" is not declared. Declare the registry or series first.")
    default: wordsOfContent
    }
  }

  private var wordsOfContent: Phrase {
    switch self {
    case .declaration(let registry, let field, let reason):
      Phrase(
        "台账「\(registry)」\(field.map { "的「\($0)」" } ?? "")声明有冲突：\(reason.chinese)。",
        "The declaration of registry \"\(registry)\"\(field.map { ", \"\($0)\"," } ?? "") conflicts: "
          + "\(reason.english).")
    case .duplicateKey(_, let key, let row):
      Phrase(
        "第 \(row) 行的主键「\(shown(key))」在同一批中已经出现。整批未导入。",
        "The key \"\(shown(key))\" of row \(row) came before in the same batch. None of it was imported."
      )
    case .row(_, let row, let column?):
      Phrase(
        "第 \(row) 行「\(column)」的值与声明的类型不符。整批未导入。",
        "The value of \"\(column)\" in row \(row) is not of the declared type. None was imported.")
    case .row(_, let row, nil):
      Phrase(
        "第 \(row) 行的列数与台账不符。整批未导入。",
        "Row \(row) does not have as many values as the registry has columns. None was imported.")
    case .noRecord(let registry, let key):
      Phrase(
        "台账「\(registry)」没有主键为「\(shown(key))」的记录。",
        "Registry \"\(registry)\" has no record \"\(shown(key))\".")
    case .noFile(let sha256):
      Phrase(
        "佐证文件 \(sha256) 尚未保存。请先保存文件，再登记来源。",
        "File \(sha256) is not kept. Keep the file before its source.")
    case .exists: Phrase("这里已经有文件，未覆盖。", "Something is already there; it was not overwritten.")
    case .export(_, _, let reason):
      Phrase(
        "导出的账本不完整或被改动：\(reason.chinese)。未导入。",
        "The export is incomplete or was changed: \(reason.english). Not imported.")
    case .question(let registry, let column):
      Phrase(
        "台账「\(registry)」没有类型相符的「\(column)」。",
        "Registry \"\(registry)\" has no \"\(column)\" of a fitting type.")
    case .notACorpus:
      Phrase(
        "这不是语料文件；先用 duban corpus build 生成。",
        "This file is no corpus; make one with duban corpus build.")
    case .inUse(_, let holders):
      Phrase(
        "账本正在使用：\(told(holders, .chinese))。请先停下，再替换；账本没有改动。",
        "The ledger is in use by \(told(holders, .english)). Stop that first; nothing was changed.")
    case .beingReplaced(_, let holders):
      Phrase(
        "账本正在被替换：\(told(holders, .chinese))。请稍后再试。",
        "The ledger is being replaced by \(told(holders, .english)). Try again later.")
    case .replaced:
      Phrase(
        "账本文件在打开之后被替换、移走或删除，这一次没有记入。请重新启动程序。",
        "The ledger's file was replaced, moved or deleted after it was opened; this was not recorded. "
          + "Start the program again.")
    case .database(_, let reason):
      Phrase("数据库出错（\(reason)），未作改动。", "The database failed (\(reason)); nothing was changed.")
    default: Phrase("", "")
    }
  }

  /// Who they are, as can be looked up on the machine.
  private func told(_ holders: [LedgerHolder], _ language: Language) -> String {
    let words = holders.map { holder in
      Phrase(
        "\(holder.command)（进程 \(holder.process)，\(holder.since) 起）",
        "\(holder.command) (process \(holder.process), since \(holder.since))")(language)
    }
    let unknown = Phrase("另一个程序", "another program")(language)
    return words.isEmpty ? unknown : words.joined(separator: language == .chinese ? "、" : ", ")
  }

  /// Parts of a key with a stroke between them.
  private func shown(_ key: String) -> String {
    key.split(separator: Domain.Record.separator, omittingEmptySubsequences: false).joined(
      separator: "|")
  }
}
