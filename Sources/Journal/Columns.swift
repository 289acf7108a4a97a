import Foundation
import GRDB

/// What is not in a column as it was written: the file is damaged.
struct UnreadableColumn: Error {
  let column: String
}

/// Columns read without trust: a damaged file can hold anything, and GRDB's subscript would trap.
extension Row {
  func int(_ column: String) throws -> Int { try value(column) }

  func text(_ column: String) throws -> String { try value(column) }

  func blob(_ column: String) throws -> Data { try value(column) }

  func hash(_ column: String) throws -> ChainHash {
    guard let hash = ChainHash(blob: try blob(column)) else {
      throw UnreadableColumn(column: column)
    }
    return hash
  }

  func optional<Value: DatabaseValueConvertible>(
    _ column: String, as type: Value.Type = Value.self
  ) throws -> Value? {
    guard let stored: DatabaseValue = self[column], !stored.isNull else { return nil }
    return try value(column)
  }

  private func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    guard let stored: DatabaseValue = self[column], let value = Value.fromDatabaseValue(stored)
    else { throw UnreadableColumn(column: column) }
    return value
  }
}
