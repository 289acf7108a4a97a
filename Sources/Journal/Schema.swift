import GRDB

/// The tables, and how an older file becomes a newer one.
enum Schema {
  /// The newest version this program knows: `user_version`, one more with each migration.
  static let version = 1
  /// Tells our files from other databases: `RGRT`.
  static let applicationID = 0x5247_5254

  /// Every migration from an empty file to ``version``.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: first)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    return migrator
  }

  /// Refuses a file that is not ours, or from a newer program; it has not been touched.
  static func check(_ database: Database, path: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables > 0, application != applicationID { throw JournalError.notAJournal(path: path) }
    if found > version { throw JournalError.newer(version: found, known: version) }
    if tables > 0, found < 1 {
      throw JournalError.damaged(path: path, detail: "no version is written in it")
    }
  }

  private static let first = """
    CREATE TABLE cases (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      mode TEXT NOT NULL,
      application TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      head BLOB NOT NULL,
      phase TEXT NOT NULL,
      prompt TEXT NOT NULL,
      since INTEGER NOT NULL,
      closing TEXT,
      closed_at INTEGER,
      domain TEXT,
      customer TEXT,
      ticket TEXT,
      place TEXT
    ) STRICT;
    CREATE TABLE entries (
      case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
      sequence INTEGER NOT NULL,
      at INTEGER NOT NULL,
      rules INTEGER NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      previous BLOB NOT NULL,
      hash BLOB NOT NULL,
      PRIMARY KEY (case_number, sequence)
    ) STRICT;
    CREATE TABLE lists (
      key INTEGER PRIMARY KEY,
      case_number INTEGER NOT NULL REFERENCES cases(number) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      purpose TEXT NOT NULL,
      written_at INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      digest TEXT,
      UNIQUE (case_number, number)
    ) STRICT;
    CREATE TABLE rows (
      list INTEGER NOT NULL REFERENCES lists(key) ON DELETE CASCADE,
      row INTEGER NOT NULL,
      part TEXT NOT NULL,
      name TEXT NOT NULL,
      folded TEXT NOT NULL,
      object BLOB,
      kind TEXT,
      role BLOB,
      resource BLOB,
      detail TEXT,
      identity BLOB NOT NULL,
      hash BLOB NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      settled_at INTEGER,
      PRIMARY KEY (list, row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rows_by_state ON rows (list, state);
    CREATE INDEX rows_by_identity ON rows (list, identity);
    CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
    """
}
