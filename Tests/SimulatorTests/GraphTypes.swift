import Entra
import Foundation

@testable import Simulator

/// Graph's own types, from the service's metadata: what a body may hold.
struct GraphTypes {
  /// An entity, a complex type or an enumeration.
  private struct Kind: Decodable {
    let base: String?
    let members: [String]?
    let properties: [String: Property]?
  }

  /// A property's type, and whether it may be null.
  private struct Property: Decodable {
    let type: String
    let isNullable: Bool

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      type = try list.decode(String.self)
      isNullable = try list.decodeIfPresent(Bool.self) ?? true
    }
  }

  private struct Document: Decodable { let types: [String: Kind] }

  /// Seen in every tenant's answers, though the metadata does not tell of them.
  private static let undeclared = ["servicePrincipal": ["createdDateTime"]]

  private let kinds: [String: Kind]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/graph-types.json")
    kinds = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file)).types
  }

  /// What in `json` is not as the type called `name` has it.
  func objections(to json: JSON, as name: String, at path: String = "") -> [String] {
    guard let kind = kinds[name] else { return ["\(path): there is no type \(name)"] }
    if let members = kind.members {
      guard let text = json.text, members.contains(text) else {
        return ["\(path): \(json) is none of \(name)"]
      }
      return []
    }
    guard case .object(let members) = json else { return ["\(path): \(json) is no \(name)"] }
    return members.filter { !$0.name.contains("@") }.flatMap { member -> [String] in
      let path = "\(path)/\(member.name)"
      if Self.undeclared[name]?.contains(member.name) == true { return [] }
      guard let property = property(member.name, of: name) else {
        return ["\(path): \(name) has no such property"]
      }
      if member.value == .null {
        return property.isNullable ? [] : ["\(path): may not be null"]
      }
      return objections(to: member.value, typed: property.type, at: path)
    }
  }

  private func property(_ member: String, of name: String) -> Property? {
    guard let kind = kinds[name] else { return nil }
    if let found = kind.properties?[member] { return found }
    return kind.base.flatMap { property(member, of: $0) }
  }

  private func objections(to json: JSON, typed type: String, at path: String) -> [String] {
    if type.hasPrefix("Collection(") {
      guard let elements = json.elements else { return ["\(path): \(json) is no list"] }
      let inner = String(type.dropFirst("Collection(".count).dropLast())
      return elements.flatMap { objections(to: $0, typed: inner, at: path) }
    }
    if type.hasPrefix("graph.") {
      return objections(to: json, as: String(type.dropFirst("graph.".count)), at: path)
    }
    return fits(json, type) ? [] : ["\(path): \(json) is no \(type)"]
  }

  private func fits(_ json: JSON, _ type: String) -> Bool {
    switch type {
    case "Edm.String": json.text != nil
    case "Edm.Boolean": json.flag != nil
    case "Edm.Guid": json.text.flatMap { ObjectID($0) } != nil
    case "Edm.Int32", "Edm.Int64", "Edm.Int16":
      if case .integer = json { true } else { false }
    case "Edm.DateTimeOffset":
      json.text?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z/) != nil
    default: false
    }
  }
}
