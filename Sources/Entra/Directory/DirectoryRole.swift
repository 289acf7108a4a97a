/// What gives an admin the right to act on the application.
///
/// - Source: Microsoft, "Microsoft Entra built-in roles".
public enum DirectoryRole: String, Sendable, Hashable, Codable, CaseIterable {
  /// May do everything.
  case globalAdministrator
  /// May consent to everything and assign; may not delete, re-add by API, edit or restore.
  case privilegedRoleAdministrator
  /// May do everything but see the checkbox and consent to Graph's application permissions.
  case cloudApplicationAdministrator
  /// As ``cloudApplicationAdministrator``, with application proxy.
  case applicationAdministrator
  /// May assign.
  case userAdministrator
  /// No directory role: an owner of this service principal.
  case owner
  /// Another role, built-in or custom: nothing is counted on.
  case other

  /// The template's ID, the same in every tenant; `nil` for what is no one built-in role.
  ///
  /// Roles are matched by it, never by their name, which is localised.
  public var templateID: ObjectID? {
    switch self {
    case .globalAdministrator: ObjectID(bits: 0x62E9_0394_69F5_4237_9190_0121_7714_5E10)
    case .privilegedRoleAdministrator: ObjectID(bits: 0xE861_1AB8_C189_46E8_94E1_6021_3AB1_F814)
    case .cloudApplicationAdministrator:
      ObjectID(bits: 0x158C_047A_C907_4556_B7EF_4465_51A6_B5F7)
    case .applicationAdministrator: ObjectID(bits: 0x9B89_5D92_2CD3_44C7_9D02_A6AC_2D5E_A5C3)
    case .userAdministrator: ObjectID(bits: 0xFE93_0BE7_5E62_47DB_91AF_98C3_A49A_38B1)
    case .owner, .other: nil
    }
  }

  /// The role with that template; `nil` for any other.
  public init?(templateID: ObjectID) {
    guard let role = Self.allCases.first(where: { $0.templateID == templateID }) else {
      return nil
    }
    self = role
  }

  /// The name in the portal.
  public var displayName: String {
    switch self {
    case .globalAdministrator: "Global Administrator"
    case .privilegedRoleAdministrator: "Privileged Role Administrator"
    case .cloudApplicationAdministrator: "Cloud Application Administrator"
    case .applicationAdministrator: "Application Administrator"
    case .userAdministrator: "User Administrator"
    case .owner: "owner of the application"
    case .other: "another role"
    }
  }

  /// Whether this role alone is known to allow `deed`.
  public func may(_ deed: Deed) -> Bool {
    switch self {
    case .globalAdministrator: true
    case .privilegedRoleAdministrator:
      switch deed {
      case .seeConsentCheckbox, .consentForOrganization, .consentIncludingGraphAppOnly, .assign,
        .readdByConsent, .readAssignments:
        true
      case .changeProperties, .delete, .readdThroughGraph, .restore: false
      }
    case .cloudApplicationAdministrator, .applicationAdministrator:
      switch deed {
      case .seeConsentCheckbox, .consentIncludingGraphAppOnly: false
      case .consentForOrganization, .assign, .changeProperties, .delete, .readdThroughGraph,
        .readdByConsent, .restore, .readAssignments:
        true
      }
    case .userAdministrator: deed == .assign
    case .owner:
      switch deed {
      case .assign, .changeProperties, .delete, .restore, .readAssignments: true
      case .seeConsentCheckbox, .consentForOrganization, .consentIncludingGraphAppOnly,
        .readdThroughGraph, .readdByConsent:
        false
      }
    case .other: false
    }
  }
}

/// Something that is done to the application, and that a role allows or does not.
public enum Deed: String, Sendable, Hashable, Codable, CaseIterable {
  /// Being shown "Consent on behalf of your organization" while signing in.
  case seeConsentCheckbox
  /// Consenting for everybody to delegated permissions: by link, in the portal, through Graph.
  case consentForOrganization
  /// Consenting for everybody when Microsoft Graph's application permissions are among them.
  case consentIncludingGraphAppOnly
  /// Assigning and unassigning users and groups.
  case assign
  /// Switching the application on, or "Assignment required".
  case changeProperties
  /// Deleting the service principal.
  case delete
  /// Creating it again from its application ID.
  case readdThroughGraph
  /// Creating it again by consenting for the organization.
  case readdByConsent
  /// Taking it back out of the recycle bin.
  case restore
  /// Listing its assignments, grants and roles.
  case readAssignments
}

/// The roles of one admin, or of everybody at hand.
public struct RoleSet: Sendable, Hashable {
  /// A bit a role, in the order of ``DirectoryRole/allCases``.
  public let rawValue: UInt8

  /// A set by its bits; those that stand for no role are dropped.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue & (1 << UInt8(DirectoryRole.allCases.count) - 1)
  }

  /// A set of `roles`.
  public init(_ roles: some Sequence<DirectoryRole>) {
    self.init(rawValue: roles.reduce(0) { $0 | Self.bit(of: $1) })
  }

  /// Nobody known to hold any.
  public static let none = RoleSet([])

  /// Whether nobody holds any.
  public var isEmpty: Bool { rawValue == 0 }

  /// The roles, the mightiest first.
  public var roles: [DirectoryRole] { DirectoryRole.allCases.filter(contains) }

  /// Whether `role` is among them.
  public func contains(_ role: DirectoryRole) -> Bool { rawValue & Self.bit(of: role) != 0 }

  /// Whether one of them allows `deed`.
  public func may(_ deed: Deed) -> Bool { roles.contains { $0.may(deed) } }

  /// Both taken together.
  public func union(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }

  /// Adds `role`.
  public mutating func insert(_ role: DirectoryRole) { self = union([role]) }

  /// Takes `role` out.
  public mutating func remove(_ role: DirectoryRole) {
    self = Self(rawValue: rawValue & ~Self.bit(of: role))
  }

  private static func bit(of role: DirectoryRole) -> UInt8 {
    switch role {
    case .globalAdministrator: 1
    case .privilegedRoleAdministrator: 2
    case .cloudApplicationAdministrator: 4
    case .applicationAdministrator: 8
    case .userAdministrator: 16
    case .owner: 32
    case .other: 64
    }
  }
}

extension RoleSet: Codable {
  /// Reads the roles' names, so that no order of bits is remembered.
  public init(from decoder: any Decoder) throws { self.init(try [DirectoryRole](from: decoder)) }

  /// Writes the roles' names.
  public func encode(to encoder: any Encoder) throws { try roles.encode(to: encoder) }
}

extension RoleSet: ExpressibleByArrayLiteral {
  /// A set of the roles written out.
  public init(arrayLiteral roles: DirectoryRole...) { self.init(roles) }
}
