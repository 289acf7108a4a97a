import Entra
import HTTPTypes

/// A request of somebody who is known, taken apart.
struct Call {
  let method: HTTPRequest.Method
  /// What follows the version, decoded; a key in parentheses is a segment of its own.
  let path: [String]
  let query: Query
  let body: [UInt8]
  let caller: Caller
  /// Scheme, host and version, for links and contexts.
  let base: String
  /// The path as it came, for the next link.
  let target: String
  /// Whether it reached a replica that lags.
  let isStale: Bool

  /// The body as JSON, without OData's annotations.
  func object() throws(Failure) -> JSON {
    guard case .object(let members) = JSONReader.read(body) else { throw .unreadableBody }
    // A reference is nothing but its annotation.
    return .object(members.filter { !$0.name.contains("@odata.") || $0.name == "@odata.id" })
  }

  /// Refuses tokens that hold none of `permissions`.
  func needs(_ permissions: [String]) throws(Failure) {
    guard caller.has(permissions) else { throw .denied }
  }
}

extension Call {
  /// Path segments as routes see them: `servicePrincipals(appId='x')` becomes two.
  static func segments(of path: some StringProtocol) -> [String]? {
    var segments: [String] = []
    for part in path.split(separator: "/") {
      guard let text = Percent.decoded(part, plusIsSpace: false) else { return nil }
      if let open = text.firstIndex(of: "("), text.hasSuffix(")"), open != text.startIndex {
        segments += [String(text[..<open]), String(text[open...])]
      } else {
        segments.append(text)
      }
    }
    return segments
  }

  /// The value of a key such as `(appId='...')`; `nil` where the segment is no such key.
  static func key(_ name: String, in segment: String) -> String? {
    let opening = "(\(name)='"
    guard segment.lowercased().hasPrefix(opening.lowercased()), segment.hasSuffix("')") else {
      return nil
    }
    return String(segment.dropFirst(opening.count).dropLast(2))
  }
}

/// What a route answers.
struct Reply {
  var status: Int
  var body: Body
  var headers: [String: String] = [:]

  enum Body {
    case none
    case json(JSON)
    case text(String)
    case page(String)
  }

  static let noContent = Reply(status: 204, body: .none)
  static func ok(_ json: JSON) -> Self { Self(status: 200, body: .json(json)) }
  static func created(_ json: JSON) -> Self { Self(status: 201, body: .json(json)) }
}
