import HTTPTypes

extension HTTPFields {
  /// Sets a field that has no constant; a name that is none is left out.
  mutating func set(_ name: String, to value: String) {
    if let name = HTTPField.Name(name) { self[name] = value }
  }

  mutating func set(_ name: HTTPField.Name, to value: String) { self[name] = value }

  /// A field's value, whatever the case of its name.
  func first(named name: String) -> String? {
    HTTPField.Name(name).flatMap { self[$0] }
  }
}
