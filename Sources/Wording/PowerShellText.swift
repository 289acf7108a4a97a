import Entra
import Remediation

/// A write command in Graph PowerShell.
struct PowerShellText {
  let target: WriteCommand.Target

  func lines(for deed: WriteCommand.Deed) -> [String] {
    [connect(deed)] + body(of: deed)
  }

  private var object: String { "v1.0/servicePrincipals(appId='\(target.application)')" }

  private func connect(_ deed: WriteCommand.Deed) -> String {
    var line = "Connect-MgGraph -NoWelcome -Scopes \(deed.permissions.joined(separator: ","))"
    if let tenant = target.tenant { line += " -TenantId \(tenant)" }
    switch target.cloud {
    case .global: break
    case .usGovernment: line += " -Environment USGov"
    case .dod: line += " -Environment USGovDoD"
    case .china: line += " -Environment China"
    }
    return line
  }

  private func body(of deed: WriteCommand.Deed) -> [String] {
    switch deed {
    case .enable: change(WriteCommand.Target.enabled)
    case .require: change(WriteCommand.Target.required)
    case .add:
      [
        send(
          "POST", "'v1.0/servicePrincipals'",
          "'\(target.addition)'")
          + " -OutputType Json"
      ]
    case .restore(let id?):
      [send("POST", "'v1.0/directory/deletedItems/\(id)/restore'", nil) + " -OutputType Json"]
    case .restore(nil): restoreTheOnlyOne
    case .grant(let grants): grant(grants)
    case .assign(let entries): assign(entries)
    }
  }

  private func send(_ method: String, _ uri: String, _ body: String?) -> String {
    let line = "Invoke-MgGraphRequest -Method \(method) -Uri \(uri)"
    return body.map { line + " -ContentType 'application/json' -Body \($0)" } ?? line
  }

  /// Changes a property and prints the object as it is then.
  private func change(_ json: String) -> [String] {
    [
      send("PATCH", "\"\(object)\"", "'\(json)'"),
      send("GET", "\"\(object)\"", nil) + " -OutputType Json",
    ]
  }

  private var restoreTheOnlyOne: [String] {
    let list =
      "v1.0/directory/deletedItems/microsoft.graph.servicePrincipal"
      + "?`$filter=appId eq '\(target.application)'"
    return [
      "$found = @((\(send("GET", "\"\(list)\"", nil))).value | "
        + "Sort-Object { $_.deletedDateTime } -Descending)",
      "if ($found.Count -eq 1) {",
      "  " + send("POST", "\"v1.0/directory/deletedItems/$($found[0].id)/restore\"", nil)
        + " -OutputType Json",
      "} else {",
      "  ConvertTo-Json -Depth 3 @{ restored = $false; found = @($found | "
        + "ForEach-Object { @{ id = $_.id; deletedDateTime = $_.deletedDateTime; "
        + "displayName = $_.displayName } }) }",
      "}",
    ]
  }

  private var findObject: String { "$app = \(send("GET", "\"\(object)\"", nil))" }

  private func grant(_ grants: [WriteCommand.Grant]) -> [String] {
    [findObject]
      + grants.map {
        send(
          "POST", "'v1.0/oauth2PermissionGrants'",
          "('\($0.body(client: "CLIENT"))'"
            + ".Replace('CLIENT', $app.id))") + " -OutputType Json"
      }
  }

  private func assign(_ entries: [WriteCommand.Entry]) -> [String] {
    let rows = entries.map { "  '\($0.principal) \($0.role)'" }.joined(separator: ",\n")
    return [
      findObject,
      "$rows = @(",
      rows,
      ")",
      "$results = foreach ($row in $rows) {",
      "  $principal, $role = $row -split ' '",
      "  $body = @{ principalId = $principal; resourceId = $app.id; appRoleId = $role } | "
        + "ConvertTo-Json",
      "  $result = 'assigned'",
      "  try { " + send("POST", "\"\(object)/appRoleAssignedTo\"", "$body") + " | Out-Null }",
      "  catch {",
      "    $result = \"$($_.ErrorDetails.Message) $($_.Exception.Message)\"",
      "    if ($result -like '*already exists*') { $result = 'already assigned' }",
      "  }",
      "  @{ principalId = $principal; appRoleId = $role; result = $result }",
      "}",
      "ConvertTo-Json -Depth 3 @{ appId = '\(target.application)'; results = @($results) }",
    ]
  }
}
