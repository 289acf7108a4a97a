/// An address in the Microsoft Entra admin center, or in the Azure portal.
///
/// Microsoft does not document them and may change them: the menu path always stands beside.
public struct PortalAddress: Sendable, Hashable, Codable {
  /// The cloud whose portal it is.
  public let cloud: Cloud
  /// The tenant, where the address names one.
  public let tenant: TenantReference?
  /// What it shows.
  public let page: Page

  /// The address of `page`.
  public init(_ page: Page, in tenant: TenantReference? = nil, of cloud: Cloud = .global) {
    (self.page, self.tenant, self.cloud) = (page, tenant, cloud)
  }

  /// What a portal address shows.
  public enum Page: Sendable, Hashable, Codable {
    /// The list of enterprise applications.
    case applications
    /// An enterprise application.
    case application(ObjectID, AppID, Tab)
    /// "User consent settings".
    case userConsent
    /// The vendor's app registration, which is not what the customer's admin wants.
    case registration(AppID?)
    /// Some other page.
    case elsewhere
  }

  /// A page of one enterprise application, by its name in the address.
  public enum Tab: String, Sendable, Hashable, Codable, CaseIterable {
    /// The first one, with the card "1. Assign users and groups".
    case overview = "Overview"
    /// Manage > Properties.
    case properties = "Properties"
    /// Manage > Users and groups.
    case users = "Users"
    /// Security > Permissions.
    case permissions = "Permissions"
    /// Manage > Single sign-on.
    case signOn = "SignOn"
    /// Manage > Owners.
    case owners = "Owners"
  }

  /// The service principal that the address shows.
  public var objectID: ObjectID? {
    guard case .application(let objectID, _, _) = page else { return nil }
    return objectID
  }

  /// The application that the address shows.
  public var appID: AppID? {
    switch page {
    case .application(_, let appID, _): appID
    case .registration(let appID): appID
    case .applications, .userConsent, .elsewhere: nil
    }
  }

  /// The address as it is to be opened.
  public var address: String {
    let home = "https://\(cloud.portalHost)/"
    let view = path.map { "view/\($0)" } ?? ""
    switch tenant {
    case .id(let id): return "\(home)\(id)/#\(view)"
    case .domain(let domain): return "\(home)#@\(domain)/\(view)"
    case .organizations, nil: return view.isEmpty ? home : "\(home)#\(view)"
    }
  }

  private var path: String? {
    switch page {
    case .applications: "Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
    case .application(let objectID, let appID, let tab):
      "Microsoft_AAD_IAM/ManagedAppMenuBlade/~/\(tab.rawValue)/objectId/\(objectID)/appId/\(appID)"
    case .userConsent: "Microsoft_AAD_IAM/ConsentPoliciesMenuBlade/~/UserSettings"
    case .registration(let appID?):
      "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/\(appID)"
    case .registration(nil): "Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/RegisteredApps"
    case .elsewhere: nil
    }
  }
}

extension PortalAddress: LosslessStringConvertible {
  /// The address as it is to be opened.
  public var description: String { address }

  /// Reads an address as a browser shows it, old or new, with or without `https://`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(Self.maximumBytes + 1))
    guard bytes.count <= Self.maximumBytes, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      return nil
    }
    var parts = bytes.split { Self.separators.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }[...]
    if parts.first?.lowercased() == "https:" { parts.removeFirst() }
    guard let host = parts.popFirst(), let cloud = Cloud(portalHost: host) else { return nil }
    self.init(Self.page(of: parts), in: Self.tenant(of: parts), of: cloud)
  }

  /// Limit of an address, far above what the portal makes.
  private static let maximumBytes = 4096
  private static let separators = Set("/#?&".utf8)

  /// The tenant stands before the word that opens the page: as an ID, or as a domain after `@`.
  private static func tenant(of parts: ArraySlice<String>) -> TenantReference? {
    for part in parts.prefix(2) {
      if let id = TenantID(part) { return .id(id) }
      if part.first == "@" { return TenantReference(part.dropFirst()) }
    }
    return nil
  }

  private static func page(of parts: ArraySlice<String>) -> Page {
    let words = parts.map { $0.lowercased() }
    if words.contains("managedappmenublade") {
      guard let object = value(of: "objectid", in: words).flatMap({ ObjectID($0) }),
        let app = value(of: "appid", in: words).flatMap({ AppID($0) })
      else { return .elsewhere }
      let tab = Tab.allCases.first { words.contains($0.rawValue.lowercased()) }
      return .application(object, app, tab ?? .overview)
    }
    if words.contains("startboardapplicationsmenublade") { return .applications }
    if words.contains("consentpoliciesmenublade") { return .userConsent }
    if words.contains("applicationmenublade") {
      return .registration(value(of: "appid", in: words).flatMap { AppID($0) })
    }
    return words.contains("registeredapps") ? .registration(nil) : .elsewhere
  }

  private static func value(of name: String, in words: [String]) -> String? {
    guard let place = words.firstIndex(of: name), place + 1 < words.count else { return nil }
    return words[place + 1]
  }
}
