public import Entra

/// The read-only commands that print what a snapshot needs, to be shown to the admin.
///
/// They only GET. They follow every next link, ask the count apart from the rows, and print nothing
/// at all when one request fails: half an answer must not look like a whole one.
public struct ReadCommands: Sendable, Hashable {
  /// The application to read.
  public let app: AppID
  /// Graph's host in the tenant's cloud.
  public let host: String

  /// Commands that read `app` from Graph at `host`.
  public init(app: AppID, host: String = "graph.microsoft.com") {
    (self.app, self.host) = (app, host)
  }

  /// Where commands can be run.
  public enum Shell: String, Sendable, Hashable, CaseIterable {
    /// PowerShell with the Microsoft Graph module.
    case powerShell
    /// Bash with the Azure CLI, such as the portal's Cloud Shell.
    case azureCLI
    /// The web page "Graph Explorer": addresses, opened one by one.
    case graphExplorer
  }

  /// What to run before, once: signing in.
  public func preparation(in shell: Shell) -> [String] {
    switch shell {
    case .powerShell: ["Connect-MgGraph -Scopes Application.Read.All,Directory.Read.All"]
    case .azureCLI: ["az login --allow-no-subscriptions"]
    case .graphExplorer: ["https://developer.microsoft.com/graph/graph-explorer"]
    }
  }

  /// The lines to run, or the addresses to open.
  public func lines(in shell: Shell) -> [String] {
    switch shell {
    case .powerShell: powerShell
    case .azureCLI: azureCLI
    case .graphExplorer: addresses
    }
  }

  /// The header that Graph Explorer must send along, or Graph doesn't count.
  public static let countingHeader = (name: "ConsistencyLevel", value: "eventual")

  private var base: String { "https://\(host)/v1.0/servicePrincipals(appId='\(app)')" }

  /// What is asked of the service principal: who it is, and what a deletion resets.
  private static let fields =
    "id,appId,displayName,deletedDateTime,appOwnerOrganizationId,appRoles,accountEnabled,"
    + "appRoleAssignmentRequired,tags,notes,description,notificationEmailAddresses,"
    + "preferredSingleSignOnMode,loginUrl,homepage"
  private static let assigned =
    "id,principalId,principalType,principalDisplayName,appRoleId,resourceId"

  private static func query(_ set: SnapshotSet) -> String {
    switch set {
    case .assignments: "$top=999&$select=\(assigned)"
    case .permissions: "$select=\(assigned)"
    case .grants: "$select=id,clientId,consentType,principalId,resourceId,scope"
    case .owners: "$select=id,displayName,userPrincipalName"
    }
  }

  private var powerShell: [String] {
    let rows = SnapshotSet.allCases.map { set in
      "  \(set.rawValue) = @(All ($s + '/\(set.rawValue)?\(Self.query(set))'))"
    }
    return [
      "& { $ErrorActionPreference = 'Stop'",
      "$s = \"\(base)\"",
      "$h = @{ ConsistencyLevel = 'eventual' }",
      "function Get($u, $h = @{}) { Invoke-MgGraphRequest -Method GET -Uri $u -Headers $h }",
      "function All($u) { while ($u) { $p = Get $u; $p.value; $u = $p.'@odata.nextLink' } }",
      "[ordered]@{ regrant = 1",
      "  servicePrincipal = Get ($s + '?$select=\(Self.fields)')",
      "  appRoleAssignedToCount = \"$(Get ($s + '/appRoleAssignedTo/$count') $h)\" -replace '\\D'",
    ] + rows + ["} | ConvertTo-Json -Depth 9 }"]
  }

  private var azureCLI: [String] {
    let reads = SnapshotSet.allCases.enumerated().map { index, set in
      "r\(index)=$(all '\(set.rawValue)?\(Self.query(set))') &&"
    }
    let places = SnapshotSet.allCases.map { "\"\($0.rawValue)\":[%s]" }.joined(separator: ",")
    let values = SnapshotSet.allCases.indices.map { "\"$r\($0)\"" }.joined(separator: " ")
    return [
      "(s=\"\(base)\"",
      "get() { az rest --method get --output json --url \"$@\"; }",
      "all() { u=\"$s/$1\"; c=; while [ -n \"$u\" ]; do p=$(get \"$u\") || return 1",
      "  printf '%s%s' \"$c\" \"$p\"; c=,",
      "  u=$(printf '%s' \"$p\" | sed -n 's/.*\"@odata.nextLink\": \"\\([^\"]*\\)\".*/\\1/p'); done; }",
      "sp=$(get \"$s?\\$select=\(Self.fields)\") &&",
      "n=$(get \"$s/appRoleAssignedTo/\\$count\" --headers ConsistencyLevel=eventual) &&",
    ] + reads + [
      "printf '{\"regrant\":1,\"servicePrincipal\":%s,\"appRoleAssignedToCount\":\"%s\",\(places)}\\n' \\",
      "  \"$sp\" \"$(printf '%s' \"$n\" | tr -cd 0-9)\" \(values))",
    ]
  }

  private var addresses: [String] {
    ["\(base)?$select=\(Self.fields)"]
      + SnapshotSet.allCases.map { set in
        "\(base)/\(set.rawValue)?\(Self.query(set))" + (set == .assignments ? "&$count=true" : "")
      }
  }
}
