import Domain
import Publishing

/// What keeps somebody's work at a page from being done; nothing was changed.
public enum WorkFault: Fault, Equatable {
  /// Nobody is signed in, or the session has run out.
  case notSignedIn
  /// The role does not allow it, or it is for another unit.
  case notAllowed(Act)
  /// Somebody else has changed it since the page was made; `now` is the newest entry.
  case stale(since: Int, now: Int)
  /// It cannot be done in the state that it is in.
  case wrongStep(Phrase)
  /// Fields of a form that are missing or wrong, all of them.
  case form([FormProblem])
  /// The page or the thing does not exist, or is not the caller's to see.
  case notFound
  /// Login or password do not fit, or the account is closed.
  case wrongPassword
  /// Too many attempts; try again after so many seconds.
  case throttled(seconds: Int)
  /// As much is being done as may be at once; try again after so many seconds.
  case busy(seconds: Int)
  /// The form did not come from a page of this site, or its page is too old.
  case foreignForm
  /// A file is larger than allowed, in bytes.
  case fileTooLarge(name: String, limit: Int)
  /// A file is not what its name says, or of a kind that is not taken.
  case wrongFileType(name: String)
  /// The request is malformed.
  case badRequest
  /// What was sent is larger than the page takes, in bytes.
  case tooLarge(limit: Int)
  /// Something failed that should not.
  case failed

  /// The fault's stable code (docs/faults.md).
  public var code: FaultCode {
    switch self {
    case .notSignedIn: .notSignedIn
    case .notAllowed: .notAllowed
    case .stale: .stalePage
    case .wrongStep: .wrongStep
    case .form: .formProblems
    case .notFound: .notFound
    case .wrongPassword: .wrongPassword
    case .throttled: .throttled
    case .busy: .serverBusy
    case .foreignForm: .foreignForm
    case .fileTooLarge: .attachmentTooLarge
    case .wrongFileType: .wrongFileType
    case .badRequest: .badRequest
    case .tooLarge: .attachmentTooLarge
    case .failed: .serverFailed
    }
  }

  /// None: what keeps work from being done lies at no place of a file.
  public var place: FaultPlace? { nil }
}

extension WorkFault {
  /// What keeps it from being done and what to do, in one language.
  public func sentence(_ language: Language) -> String { words(language) }

  private var words: Phrase {
    switch self {
    case .notSignedIn: Phrase("请先登录", "sign in first")
    case .notAllowed: Phrase("您的角色或单位不能办理此事", "your role or unit does not allow this")
    case .stale:
      Phrase(
        "这一页打开之后，别人已经改过；您填写的内容还在下面，请对照后再提交",
        "somebody else has changed this since you opened the page; what you typed is still below, compare and send again"
      )
    case .wrongStep(let why): why
    case .form(let problems):
      Phrase(
        "有 \(problems.count) 处需要改正",
        "\(problems.count) thing\(problems.count == 1 ? "" : "s") to correct")
    case .notFound: Phrase("没有这一页，或者您无权查看", "there is no such page, or it is not yours to see")
    case .wrongPassword: Phrase("用户名或密码不对", "wrong user name or password")
    case .throttled(let seconds):
      Phrase("尝试次数过多，请在 \(seconds) 秒后再试", "too many attempts; try again in \(seconds) seconds")
    case .busy(let seconds):
      Phrase(
        "现在办理的人太多，请在 \(seconds) 秒后再试；账本没有改动",
        "too much is being done at once; try again in \(seconds) seconds; the ledger is as it was")
    case .foreignForm:
      Phrase(
        "表单已失效，请在本页重新提交；您填写的内容还在", "the form had expired; send it again, what you typed is kept")
    case .fileTooLarge(let name, let limit):
      Phrase("“\(name)”超过 \(limit >> 20) MB", "“\(name)” is larger than \(limit >> 20) MB")
    case .wrongFileType(let name):
      Phrase(
        "“\(name)”的内容与扩展名不符，或不是可以上传的类型",
        "“\(name)” is not what its name says, or of a kind that is not taken")
    case .badRequest: Phrase("请求格式不对", "the request is malformed")
    case .tooLarge(let limit):
      limit >> 20 > 0
        ? Phrase("提交的内容超过 \(limit >> 20) MB", "what was sent is larger than \(limit >> 20) MB")
        : Phrase("提交的内容超过 \(limit >> 10) kB", "what was sent is larger than \(limit >> 10) kB")
    case .failed: Phrase("服务器出错，账本没有改动", "the server failed; the ledger is as it was")
    }
  }
}

extension FormValues {
  /// Says why what was typed was not taken.
  public mutating func refuse(_ fault: WorkFault) {
    if case .form(let problems) = fault {
      self.problems += problems
    } else {
      title = Phrase(fault.sentence(.chinese), fault.sentence(.english))
    }
    if case .stale = fault { isStale = true }
  }
}
