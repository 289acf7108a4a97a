public import Entra

/// Every sentence of the program, in English, about one vendor's application.
///
/// Screens, linear mode, reports and commands take their words from here, so that all say the
/// same. Another language is another type with the same members.
public struct Words: Sendable {
  /// The application that is spoken of.
  public let profile: ApplicationProfile

  /// Words about the application of `profile`.
  public init(_ profile: ApplicationProfile = .nexeticBackup) { self.profile = profile }

  /// What the portal calls the sign-in application.
  var app: String { profile.name }
  /// Who sells and supports it.
  var vendor: String { profile.vendor }
  /// What the vendor's own role guards.
  var feature: String { profile.guardedFeature }
  /// The vendor's role that lets people in.
  var openRole: String { profile.roles.open }
  /// The vendor's role that shuts people out.
  var shutRole: String { profile.roles.shut }

  /// Where users sign in, or words for it when the vendor does not say.
  public var signInPlace: String {
    profile.signInAddress ?? "the address where your users sign in to \(app)"
  }

  /// The application ID with its last block blank: what W1's screen, quotes and help show.
  public var maskedApplicationID: String { masked(profile.appID.description) }

  /// `text` with the application ID's last block blank, wherever it stands.
  public func masked(_ text: String) -> String {
    text.replacing(profile.appID.lastBlock, with: String(repeating: "_", count: 12))
  }
}
