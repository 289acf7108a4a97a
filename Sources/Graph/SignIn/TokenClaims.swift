public import Entra
import Foundation

/// What a token says of itself: a hint for words and for pacing, and proof of nothing.
///
/// Graph alone judges a token. Many are no JWT at all: then nothing is said.
public struct TokenClaims: Sendable, Hashable {
  /// When it ends, in seconds since 1970.
  public let expires: Int?
  /// Whose directory.
  public let tenant: TenantID?
  /// Who signed in; `nil` for an application's own.
  public let userName: ForeignText?
  /// Who it is for.
  let audience: String?

  /// Reads the middle part of a JWT.
  init(_ token: AccessToken) {
    let parts = token.secret.split(separator: ".", omittingEmptySubsequences: false)
    let payload = parts.count == 3 ? Base64.bytes(of: parts[1]) : nil
    let json = payload.flatMap { try? JSONDecoder().decode(Payload.self, from: Data($0)) }
    expires = json?.exp.map { Int($0) }
    tenant = json?.tid.flatMap { TenantID($0) }
    userName = (json?.upn ?? json?.preferredName).map { ForeignText($0) }
    audience = json?.aud
  }

  /// Whether it is for another Graph than that of `host`, as far as it says.
  func isForAnotherGraph(than host: String) -> Bool {
    guard let audience, let separator = audience.firstRange(of: "://") else { return false }
    let named = audience[separator.upperBound...].prefix { $0 != "/" }.lowercased()
    let hosts = Cloud.allCases.map(\.graphHost)
    // A simulator takes the tokens that it gives, whatever they say.
    return named != host && hosts.contains(named) && hosts.contains(host)
  }

  /// The JSON of a challenge: Graph sends it as base64.
  static func json(ofChallenge claims: String) -> String {
    guard let bytes = Base64.bytes(of: claims[...]), bytes.first == UInt8(ascii: "{") else {
      return claims
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Numbers and texts that the wire does not promise: each one for itself.
  private struct Payload: Decodable {
    let exp: Double?
    let tid: String?
    let upn: String?
    let preferredName: String?
    let aud: String?

    private enum CodingKeys: String, CodingKey {
      case exp
      case tid
      case upn
      case preferredName = "preferred_username"
      case aud
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      exp = (try? fields.decode(Double.self, forKey: .exp)).flatMap { abs($0) < 1e12 ? $0 : nil }
      tid = try? fields.decode(String.self, forKey: .tid)
      upn = try? fields.decode(String.self, forKey: .upn)
      preferredName = try? fields.decode(String.self, forKey: .preferredName)
      aud = try? fields.decode(String.self, forKey: .aud)
    }
  }
}

/// Base64 in both alphabets, with padding or without.
enum Base64 {
  static func bytes(of text: Substring) -> [UInt8]? {
    var plain = String(text.prefix { $0 != "=" }).replacing("-", with: "+").replacing(
      "_", with: "/")
    plain.append(contentsOf: String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    return Data(base64Encoded: plain).map { Array($0) }
  }
}
