import GRDB

/// The tables beside those of the registries, and how older ledgers become what this program needs.
enum Schema {
  /// "Duba", in the file's header: what tells a ledger from other SQLite files.
  static let application = 0x4475_6261

  /// Versions in order, each named; a version once released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 entries, sources, observations, files") { db in
      try db.execute(sql: first)
    }
    migrator.registerMigration("2 passwords, sessions, tokens, drafts, contacts") { db in
      try db.execute(sql: access)
    }
    migrator.registerMigration("3 drafts by their owner, notes") { db in
      try db.execute(sql: drafts)
    }
    migrator.registerMigration("4 seals of access data, sums of rows") { db in
      try db.execute(sql: seals)
    }
    return migrator
  }

  /// Without these a ledger cannot be read; the others only add what stands beside it.
  static let readable: Set<String> = ["1 entries, sources, observations, files"]

  /// `head` has one row, so that a tail cut off is noticed; `files` is how many there are.
  /// A source's versions share `first`, the number of the first of them; records and observations
  /// hold that number, and so follow a correction of their source.
  private static let first = """
    PRAGMA application_id = \(application);

    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
      content TEXT NOT NULL, reason TEXT, hash TEXT NOT NULL) STRICT;
    CREATE INDEX entry_time ON entry (time);
    CREATE INDEX entry_kind ON entry (kind);

    CREATE TABLE head (
      one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL,
      files INTEGER NOT NULL) STRICT;
    INSERT INTO head VALUES (1, 0, '\(EntryHash.zero)', 0);

    CREATE TABLE source (
      number INTEGER PRIMARY KEY, first INTEGER NOT NULL REFERENCES source(number),
      id TEXT NOT NULL, grade INTEGER NOT NULL, date TEXT NOT NULL, since INTEGER NOT NULL,
      until INTEGER) STRICT;
    CREATE UNIQUE INDEX source_id ON source (id) WHERE until IS NULL;
    CREATE INDEX source_versions ON source (first, until, since, grade, date);

    CREATE TABLE observation (
      id INTEGER PRIMARY KEY, series TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
      form TEXT NOT NULL, value TEXT NOT NULL, price TEXT, currency TEXT, vintage TEXT NOT NULL,
      publisher TEXT, published TEXT NOT NULL, derived INTEGER,
      source INTEGER NOT NULL REFERENCES source(number), since INTEGER NOT NULL) STRICT;
    CREATE INDEX observation_series ON observation (series, first, last, published);

    CREATE TABLE file (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    """

  /// Kept beside the ledger: what must not be exported and can be removed.
  private static let access = """
    CREATE TABLE password (login TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT;
    CREATE TABLE session (
      digest TEXT PRIMARY KEY, login TEXT NOT NULL, started INTEGER NOT NULL,
      expires INTEGER NOT NULL) STRICT;
    CREATE INDEX session_login ON session (login);
    CREATE TABLE token (
      digest TEXT PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL, created INTEGER NOT NULL,
      expires INTEGER NOT NULL) STRICT;
    CREATE TABLE draft (
      id TEXT PRIMARY KEY, expires INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
    CREATE TABLE contact (objection TEXT PRIMARY KEY, contact TEXT NOT NULL) STRICT;
    """

  /// A seal with an empty id is over all rows of its table. Sums only help to find what was changed.
  private static let seals = """
    CREATE TABLE seal (
      name TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, code TEXT NOT NULL,
      PRIMARY KEY (name, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE rowsum (
      name TEXT NOT NULL, since INTEGER NOT NULL, sums BLOB NOT NULL,
      PRIMARY KEY (name, since)) STRICT;
    """

  /// Drafts as they were kept are lost: they last a day.
  private static let drafts = """
    DROP TABLE draft;
    CREATE TABLE draft (
      id TEXT PRIMARY KEY, login TEXT NOT NULL, kept INTEGER NOT NULL, expires INTEGER NOT NULL,
      size INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
    CREATE INDEX draft_login ON draft (login, kept);
    CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
    """
}
