/// What must not be in the ledger, which is exported and never forgets: passwords, sessions, tokens,
/// drafts, what a citizen leaves to be reached by. Kept beside it, in the same file's backup.
public protocol AccessStore: Sendable {
  /// The password of an account as `scrypt$…` text; nil for none.
  func password(of login: String) throws -> String?
  /// Makes all of the changes in one transaction. What belongs to an entry of the ledger changes
  /// with it instead, by ``LedgerStore/append(_:files:beside:onTopOf:by:)``.
  func change(_ changes: [AccessChange]) throws

  /// By the SHA-256 of the cookie's value, in lower-case hexadecimal.
  func session(_ digest: String) throws -> Session?
  func keep(_ session: Session) throws
  func endSession(_ digest: String) throws

  func token(_ digest: String) throws -> Token?
  func tokens() throws -> [Token]

  /// What somebody had typed when the session ran out.
  func draft(_ id: String) throws -> Draft?
  /// For each login only the newest are kept: ten, and no more than 64 MB beside the newest.
  func keep(_ draft: Draft) throws
  func removeDraft(_ id: String) throws

  /// How the person behind an objection can be reached; never published.
  func contact(of objection: String) throws -> String?

  /// A short fact beside the ledger: when it was last backed up, when it was last verified.
  func note(_ name: String) throws -> String?
  func setNote(_ text: String, _ name: String) throws

  /// Removes sessions, tokens and drafts that ended before a moment.
  func removeExpired(before now: Instant) throws
}

/// One change beside the ledger that has to be made whole with others, or with an entry.
public enum AccessChange: Sendable, Equatable {
  /// The password of an account, as `scrypt$…` text.
  case password(String, of: String)
  /// Signs every browser of an account out.
  case endSessions(of: String)
  /// Ends every token that reads as an account.
  case endTokens(of: String)
  /// Gives a token out.
  case token(Token)
  /// Ends one token, by its digest.
  case endToken(String)
  /// How the person behind an objection can be reached.
  case contact(String, of: String)
  /// A short fact, by its name.
  case note(String, of: String)
}

/// A browser that is signed in.
public struct Session: Sendable, Equatable {
  /// SHA-256 of the cookie's value.
  public var digest: String
  /// The account that signed in, by what it signs in with.
  public var login: String
  /// When the password was given.
  public var started: Instant
  /// Moved on while it is used.
  public var expires: Instant

  /// Takes every field as it is; nothing is checked.
  public init(digest: String, login: String, started: Instant, expires: Instant) {
    self.digest = digest
    self.login = login
    self.started = started
    self.expires = expires
  }
}

/// Lets a machine read as an account, without a browser.
public struct Token: Sendable, Equatable {
  /// SHA-256 of what is sent as `Authorization: Bearer …`.
  public var digest: String
  /// What it is for.
  public var name: String
  /// The account whose rights the token has; it only reads.
  public var login: String
  /// When it was given out.
  public var created: Instant
  /// The moment from which it is no longer taken.
  public var expires: Instant

  /// Takes every field as it is; nothing is checked.
  public init(digest: String, name: String, login: String, created: Instant, expires: Instant) {
    self.digest = digest
    self.name = name
    self.login = login
    self.created = created
    self.expires = expires
  }
}

/// A form as it was sent, to be taken up again.
public struct Draft: Sendable, Equatable {
  /// Random text that the address of the form carries while the person signs in again.
  public var id: String
  /// Whose it is.
  public var login: String
  /// The address of the form.
  public var address: String
  /// In the order in which they came.
  public var fields: [Typed]
  /// Files that were attached, whole; their bytes count towards the limit of what a login may keep.
  public var files: [Attached]
  /// The moment from which it may be removed.
  public var expires: Instant

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String, login: String, address: String, fields: [Typed],
    files: [Attached], expires: Instant
  ) {
    self.id = id
    self.login = login
    self.address = address
    self.fields = fields
    self.files = files
    self.expires = expires
  }

  /// The last value of each name; set, they stand in the order of their names.
  public var values: [String: String] {
    get { Dictionary(fields.map { ($0.name, $0.value) }) { $1 } }
    set {
      fields = newValue.sorted { $0.key < $1.key }.map { Typed(name: $0.key, value: $0.value) }
    }
  }

  /// One field of a form, as text and before any check.
  public struct Typed: Sendable, Equatable {
    /// The field's name in the form; several values may come under one name.
    public var name: String
    /// What was typed, unchanged.
    public var value: String

    /// Takes every field as it is; nothing is checked.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// One file that a form brought.
  public struct Attached: Sendable, Equatable {
    /// The field that it was attached to.
    public var field: String
    /// The name it came with; not to be used as a path.
    public var name: String
    /// The whole file.
    public var bytes: [UInt8]

    /// Takes every field as it is; nothing is checked.
    public init(field: String, name: String, bytes: [UInt8]) {
      self.field = field
      self.name = name
      self.bytes = bytes
    }
  }
}
