import Domain
import Operations
import Publishing

extension Ask {
  /// Does the work of a form. Where it cannot be taken, the page of the form comes again with what
  /// was typed and what is wrong with it; faults that no correction mends go on.
  ///
  /// - Parameter again: the page of the form, which may say more of what is wrong.
  func answering(
    _ work: () throws -> Reply, again: (inout FormValues) throws -> any Page
  ) throws -> Reply {
    do {
      return try work()
    } catch let fault as WorkFault where fault.isOfForm {
      var typed = form.typed(at: path)
      typed.refuse(fault)
      let page = try again(&typed)
      return .page(page, status: Dispatcher.status(of: fault), typed: typed)
    }
  }

  /// The same, where the page has nothing more to say.
  func answering(
    _ work: () throws -> Reply, again: () throws -> any Page
  ) throws -> Reply {
    try answering(work) { _ in try again() }
  }
}

extension WorkFault {
  /// The form is answered again instead of a page that only says what is wrong.
  fileprivate var isOfForm: Bool {
    switch self {
    case .form, .stale, .wrongStep: true
    case .notSignedIn, .notAllowed, .notFound, .wrongPassword, .throttled, .busy, .foreignForm,
      .fileTooLarge, .wrongFileType, .badRequest, .tooLarge, .failed:
      false
    }
  }
}
