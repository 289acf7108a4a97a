/// A batch's answer: each part's, in any order.
struct BatchJSON: Decodable {
  let responses: [Part]

  /// The answer to one part.
  struct Part: Decodable {
    let id: String?
    var status: Int?
    let headers: [String: String]
    let body: JSONTree?

    private enum CodingKeys: String, CodingKey {
      case id
      case status
      case headers
      case body
    }

    /// What adorns a part may have any shape: its status must not be lost over it.
    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      id = try? fields.decode(String.self, forKey: .id)
      status = try? fields.decode(Int.self, forKey: .status)
      headers = (try? fields.decode([String: String].self, forKey: .headers)) ?? [:]
      body = try? fields.decode(JSONTree.self, forKey: .body)
    }
  }
}

/// JSON of any shape, so that a part's body can be handed on whole.
indirect enum JSONTree: Codable {
  case object([String: JSONTree])
  case array([JSONTree])
  case text(String)
  case number(Double)
  case flag(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let array = try? container.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let members): try container.encode(members)
    case .array(let elements): try container.encode(elements)
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .null: try container.encodeNil()
    }
  }
}
