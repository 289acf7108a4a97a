import Entra
import Graph

/// The answers of one list as they come together.
struct ListReading {
  private var rows: [RowJSON<PastedDocument>] = []
  private var followed = 0
  private var last = 0
  private var counts: Set<Int> = []

  /// Takes one answer.
  mutating func add(_ page: CollectionJSON<PastedDocument>) {
    rows += page.rows
    if page.nextLink == nil { last += 1 } else { followed += 1 }
    if let count = page.count { counts.insert(count) }
  }

  /// Takes what the snippet printed of the list: its rows, or whole answers with their rows.
  mutating func add(collected: [RowJSON<PastedDocument>], count: Int?) {
    let pages = collected.compactMap { row -> CollectionJSON<PastedDocument>? in
      guard case .read(.page(let page)) = row else { return nil }
      return page
    }
    if pages.isEmpty {
      rows += collected
      last += 1
    } else {
      for page in pages { add(page) }
      // A row beside whole answers belongs to none: it counts as unreadable.
      if pages.count < collected.count { rows.append(.unreadable(ForeignText(""))) }
    }
    if let count { counts.insert(count) }
  }

  /// What is missing of it.
  func shortcomings(of set: SnapshotSet) -> [Shortcoming] {
    if last == 0 { return [.nextLinkLeft(set)] }
    if last > 1 || counts.count > 1 { return [.pastedTwice(set)] }
    let distinct = distinctRows
    if let count = counts.first {
      return count == distinct ? [] : [.countDiffers(set, rows: distinct, count: count)]
    }
    // Of a list in several answers one between may be missing, and nothing but a count tells.
    return set == .assignments || followed > 0 ? [.countMissing(set)] : []
  }

  /// The rows that could be read; the others are noted.
  func rows(of set: SnapshotSet, noting shortcomings: inout [Shortcoming]) -> [PastedDocument] {
    var read: [PastedDocument] = []
    var unreadable = 0
    for (index, row) in rows.enumerated() {
      switch row {
      case .read(let row): read.append(row)
      case .unreadable(let field):
        unreadable += 1
        if unreadable > ListRefusal.shownProblems { continue }
        shortcomings.append(.unreadableRow(set, number: index + 1, field: field))
      }
    }
    let more = unreadable - ListRefusal.shownProblems
    if more > 0 { shortcomings.append(.more(more)) }
    return read
  }

  /// How many rows there are; while a list is read it may shift, and repeat one.
  private var distinctRows: Int {
    var ids: Set<String> = []
    return rows.count { row in
      guard let id = row.id else { return true }
      return ids.insert(id).inserted
    }
  }
}

extension RowJSON<PastedDocument> {
  /// The row's own ID.
  fileprivate var id: String? {
    switch self {
    case .read(.assignment(let row)): row.id
    case .read(.grant(let row)): row.id
    case .read(.object(let row)): row.id
    case .read(.servicePrincipal(let row)): row.id
    case .read, .unreadable: nil
    }
  }
}
