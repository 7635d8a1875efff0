import Domain
import Publishing

/// What a route answers.
enum Reply: Sendable {
  /// A page, or its JSON or CSV where that was asked for.
  /// With what was typed into one of its forms, where it was not taken.
  case page(any Page, status: Int, typed: FormValues?)
  /// To another page, after something was done there.
  case redirect(String, done: Done?)
  /// Bytes that are shown or saved.
  case file(FileReply)
  /// A large file in pieces; nil ends it.
  case stream(FileReply, next: @Sendable () throws -> [UInt8]?)
  /// Signed in or out: the session's cookie, nil to remove it.
  case session(String?, to: String)

  static func page(_ page: any Page) -> Reply { .page(page, status: 200) }
  static func page(_ page: any Page, status: Int) -> Reply {
    .page(page, status: status, typed: nil)
  }
  static func redirect(_ path: String) -> Reply { .redirect(path, done: nil) }
}

/// A file as it is sent.
struct FileReply: Sendable {
  var bytes: [UInt8] = []
  /// `text/csv; charset=utf-8`.
  var type: String
  /// The name to save it under; nil to show it.
  var name: String?
  /// Lets browsers keep it for so many seconds; they ask again otherwise.
  var keeps: Int?

  static func csv(_ bytes: [UInt8], _ name: String) -> FileReply {
    FileReply(bytes: bytes, type: "text/csv; charset=utf-8", name: name)
  }

  static func workbook(_ bytes: [UInt8], _ name: String) -> FileReply {
    FileReply(
      bytes: bytes,
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: name)
  }

  static func document(_ bytes: [UInt8], _ name: String) -> FileReply {
    FileReply(
      bytes: bytes,
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name: name)
  }
}

/// What has just been done, said at the head of the next page. Only these words are ever shown: a
/// link cannot put words into the site's mouth.
enum Done: String, Sendable, CaseIterable {
  case saved, sent, confirmed, returned, accepted, unlocked, signed, adopted, merged, split
  case withdrawn, imported, released, answered, withheld, reminded, closed, removed, signedOut
  case restored, passwordChanged

  var phrase: Phrase {
    switch self {
    case .saved: Phrase("已保存。", "Saved.")
    case .sent: Phrase("已提交。", "Sent.")
    case .confirmed: Phrase("已确认，报督查室。", "Confirmed and passed on to the supervision office.")
    case .returned: Phrase("已退回，理由已告知填报单位。", "Returned with its reason.")
    case .accepted: Phrase("已通过。", "Accepted.")
    case .unlocked: Phrase("已解锁，填报单位可以更正。", "Unlocked: the unit may correct it.")
    case .signed: Phrase("已签收。", "Signed for.")
    case .adopted: Phrase("已采纳入账。", "Adopted.")
    case .merged: Phrase("已合并。", "Merged.")
    case .split: Phrase("已拆分。", "Split.")
    case .withdrawn: Phrase("已撤出，理由已记录。", "Left out; the reason is recorded.")
    case .imported: Phrase("已导入。", "Imported.")
    case .released: Phrase("本月已发布。", "The month is released.")
    case .answered: Phrase("答复已记录，随下次发布公开。", "Answered; it becomes public with the next release.")
    case .withheld: Phrase("已决定不公开，理由已记录。", "Withheld; the reason is recorded.")
    case .reminded: Phrase("催办已发出。", "The reminder is out.")
    case .closed: Phrase("已办理。", "Done.")
    case .removed: Phrase("已移除。", "Removed.")
    case .signedOut: Phrase("已退出。", "Signed out.")
    case .restored: Phrase("先前填写的内容已恢复，请核对后提交。", "What you had typed is back; check it and send.")
    case .passwordChanged:
      Phrase("密码已更改，其他浏览器须重新登录。", "Password changed; other browsers must sign in again.")
    }
  }
}
