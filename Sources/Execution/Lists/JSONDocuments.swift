/// Finds the JSON objects in a pasted text, among prompts, echoed commands and other noise.
///
/// It checks each from the first brace to the last with a stack of its own, so that no nesting and
/// no length can exhaust anything, and hands on only what is whole.
struct JSONDocuments {
  /// An object that is whole.
  struct Document {
    /// Its bytes, without the line breaks that a terminal put into its strings.
    let bytes: [UInt8]
    /// The line on which it begins.
    let line: Int
  }

  /// What is wrong with an object that began.
  enum Fault: Error, Hashable {
    /// The text ends before it does.
    case truncated
    /// Something was left out: `...` stands in its place.
    case elided
    /// Not JSON.
    case damaged
    /// Nested deeper than anything Graph sends.
    case tooDeep
    /// A field occurs twice.
    case repeatedField(String)
    /// A line break inside a text that may have cost a space.
    case brokenText(field: String)
  }

  /// The objects that are whole.
  private(set) var found: [Document] = []
  /// What is wrong with the others, by line.
  private(set) var faults: [(fault: Fault, line: Int)] = []

  /// Deeper than anything Graph sends, far below what a decoder can take.
  static let maximumDepth = 64
  /// How many faults are worth telling.
  private static let maximumFaults = 20

  /// Looks through `bytes`, which are UTF-8.
  init(in bytes: [UInt8]) {
    var scanner = JSONScanner(bytes)
    while faults.count < Self.maximumFaults, scanner.findObject() {
      let line = scanner.line
      do {
        found.append(Document(bytes: try scanner.readObject(), line: line))
      } catch {
        faults.append((error, scanner.line))
        scanner.skipDamage()
      }
    }
  }
}
