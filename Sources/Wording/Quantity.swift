/// Numbers and plurals, through one function each.
public enum Quantity {
  /// `4310` as `4,310`.
  public static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// `1 assignment`, `240 assignments`, `no assignments`.
  public static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    switch number {
    case 0: "no \(plural ?? noun + "s")"
    case 1: "1 \(noun)"
    default: "\(grouped(number)) \(plural ?? noun + "s")"
    }
  }

  /// `a`, `a and b`, `a, b and c`.
  public static func listed(_ parts: [String], by word: String = "and") -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// `text` with a capital first letter.
  public static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
