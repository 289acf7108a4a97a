/// A window on a long list: the rows in sight, where they stand in the whole, how long that is.
public struct List: Sendable, Hashable {
  /// What ``Page/focus`` calls it.
  public var id: String
  /// What the columns are called; empty for none.
  public var columns: [String]
  /// The rows in sight; the layout shows as many of them as there is room for.
  public var rows: [Row]
  /// Where the first of ``rows`` stands in the whole.
  public var offset: Int
  /// How many there are in the whole, after filtering.
  public var total: Int
  /// How many there are without a filter, when one is on.
  public var unfiltered: Int?
  /// Where the row under the cursor stands in the whole.
  public var selected: Int
  /// The line that narrows the list.
  public var filter: Field?
  /// All of the row under the cursor, for what its columns cut off.
  public var detail: String?
  /// What is said instead of rows: nothing there, still loading, failed, too many.
  public var message: String?

  /// A list; `selected` and `offset` count in the whole.
  public init(
    id: String = "list", columns: [String] = [], rows: [Row], offset: Int = 0, total: Int? = nil,
    unfiltered: Int? = nil, selected: Int = 0, filter: Field? = nil, detail: String? = nil,
    message: String? = nil
  ) {
    (self.id, self.columns, self.rows, self.offset) = (id, columns, rows, offset)
    (self.total, self.unfiltered) = (total ?? rows.count, unfiltered)
    (self.selected, self.filter, self.detail, self.message) = (selected, filter, detail, message)
  }

  /// One row: a text for each column.
  public struct Row: Sendable, Hashable {
    /// What stands in the columns.
    public var cells: [String]
    /// Whether something was hidden or replaced in it, which the row then says.
    public var isAltered: Bool

    /// A row.
    public init(_ cells: [String], isAltered: Bool = false) {
      (self.cells, self.isAltered) = (cells, isAltered)
    }

    /// A row of one column.
    public init(_ text: String, isAltered: Bool = false) {
      self.init([text], isAltered: isAltered)
    }
  }
}

/// A list whose rows can be ticked; the number of ticks is always said.
public struct Checklist: Sendable, Hashable {
  /// What ``Page/focus`` calls it.
  public var id: String
  /// The rows in sight.
  public var rows: [Row]
  /// Where the first of ``rows`` stands in the whole.
  public var offset: Int
  /// How many there are in the whole, after filtering.
  public var total: Int
  /// How many are ticked, hidden ones included.
  public var ticked: Int
  /// How many of the ticked ones the filter hides.
  public var hidden: Int
  /// Where the row under the cursor stands in the whole.
  public var selected: Int
  /// The line that narrows the list.
  public var filter: Field?
  /// What is said instead of rows.
  public var message: String?

  /// A checklist; `selected` and `offset` count in the whole.
  public init(
    id: String = "checklist", rows: [Row], offset: Int = 0, total: Int? = nil, ticked: Int? = nil,
    hidden: Int = 0, selected: Int = 0, filter: Field? = nil, message: String? = nil
  ) {
    (self.id, self.rows, self.offset, self.total) = (id, rows, offset, total ?? rows.count)
    (self.ticked, self.hidden) = (ticked ?? rows.count(where: \.isTicked), hidden)
    (self.selected, self.filter, self.message) = (selected, filter, message)
  }

  /// One row: ticked or not, and a text for each column.
  public struct Row: Sendable, Hashable {
    /// What stands in the columns.
    public var cells: [String]
    /// Whether it is ticked.
    public var isTicked: Bool
    /// Whether something was hidden or replaced in it.
    public var isAltered: Bool

    /// A row.
    public init(_ cells: [String], isTicked: Bool, isAltered: Bool = false) {
      (self.cells, self.isTicked, self.isAltered) = (cells, isTicked, isAltered)
    }
  }
}
