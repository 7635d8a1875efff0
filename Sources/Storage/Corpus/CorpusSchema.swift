/// Tables of a corpus. Researchers read the view `statements`; the tables behind it keep each
/// report's name and each sentence once. `exact` and `exact2` are the numbers with every digit, as
/// text (`2/3`), for the function `verdict`; `value` and `value2` are the nearest that SQL counts with.
enum CorpusSchema {
  /// Marks the file as a corpus: `dbcp`.
  static let application = 0x6462_6370

  static let tables = """
    CREATE TABLE reports (
      id INTEGER PRIMARY KEY, file TEXT NOT NULL, place TEXT, place_code TEXT, level TEXT,
      year INTEGER, kind TEXT NOT NULL, title TEXT);
    CREATE TABLE sentences (
      id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports, passage INTEGER NOT NULL,
      section TEXT, sentence TEXT NOT NULL);
    CREATE TABLE quantities (
      id INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports,
      sentence INTEGER NOT NULL REFERENCES sentences, number INTEGER NOT NULL,
      indicator TEXT NOT NULL, standard TEXT, action TEXT, relation TEXT NOT NULL,
      bound TEXT NOT NULL, strict INTEGER NOT NULL, value REAL NOT NULL, value2 REAL,
      unit TEXT NOT NULL, kind TEXT NOT NULL, period TEXT, strength TEXT, nature TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, restates INTEGER, note TEXT,
      rule TEXT NOT NULL, exact TEXT NOT NULL, exact2 TEXT);
    CREATE TABLE indicators (
      standard TEXT PRIMARY KEY, unit TEXT NOT NULL, direction TEXT NOT NULL, basis TEXT NOT NULL,
      source TEXT NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(
      pairs, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 0");
    CREATE VIEW statements AS
      SELECT r.file, r.place, r.place_code, r.level, r.year, r.kind AS report_kind, q.number,
        q.indicator, q.standard, q.action, q.relation, q.bound, q.strict, q.value, q.value2, q.unit,
        q.kind, q.period, q.strength, q.nature, s.sentence, s.section, s.passage, q.start, q."end",
        q.restates, q.note, q.rule, q.id, q.sentence AS sentence_id, q.exact, q.exact2
      FROM quantities q JOIN sentences s ON s.id = q.sentence JOIN reports r ON r.id = q.report;
    """

  /// Made when all rows are there: much quicker than keeping them up to date.
  static let indices = """
    CREATE TABLE names AS SELECT DISTINCT indicator, standard FROM quantities;
    CREATE INDEX reports_place ON reports (place, year);
    CREATE INDEX reports_year ON reports (year);
    CREATE INDEX quantities_report ON quantities (report, kind, standard);
    CREATE INDEX quantities_sentence ON quantities (sentence);
    CREATE INDEX quantities_standard ON quantities (standard, kind) WHERE standard IS NOT NULL;
    CREATE INDEX quantities_indicator ON quantities (indicator, kind);
    ANALYZE;
    """
}
