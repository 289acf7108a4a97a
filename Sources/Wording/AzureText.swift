import Entra
import Remediation

/// A write command as `az rest` in a POSIX shell.
struct AzureText {
  let target: WriteCommand.Target

  func lines(for deed: WriteCommand.Deed) -> [String] {
    let login = target.tenant.map {
      "az login --tenant \($0) --allow-no-subscriptions --output none"
    }
    return [login ?? "az login --allow-no-subscriptions --output none"] + body(of: deed)
  }

  private var graph: String { "https://\(target.cloud.graphHost)/v1.0" }
  private var object: String { "\(graph)/servicePrincipals(appId='\(target.application)')" }

  private func body(of deed: WriteCommand.Deed) -> [String] {
    switch deed {
    case .enable: change(WriteCommand.Target.enabled)
    case .require: change(WriteCommand.Target.required)
    case .add:
      [
        send(
          "POST", "\(graph)/servicePrincipals",
          "'\(target.addition)'")
      ]
    case .restore(let id?): [send("POST", "\(graph)/directory/deletedItems/\(id)/restore", nil)]
    case .restore(nil): restoreTheOnlyOne
    case .grant(let grants): grant(grants)
    case .assign(let entries): assign(entries)
    }
  }

  private func send(_ method: String, _ url: String, _ body: String?) -> String {
    let line =
      "az rest --method \(method) --url \"\(url)\" --resource \"https://\(target.cloud.graphHost)\""
    return body.map { line + " --headers Content-Type=application/json --body \($0)" } ?? line
  }

  /// Changes a property and prints the object as it is then.
  private func change(_ json: String) -> [String] {
    [send("PATCH", object, "'\(json)'"), send("GET", object, nil)]
  }

  private var restoreTheOnlyOne: [String] {
    let list =
      "\(graph)/directory/deletedItems/microsoft.graph.servicePrincipal"
      + "?\\$filter=appId%20eq%20'\(target.application)'"
    let ids = send("GET", list, nil) + " --query \"value[].id\" --output tsv"
    let all =
      send("GET", list, nil)
      + " --query \"{restored: \\`false\\`, found: value[]"
      + ".{id: id, deletedDateTime: deletedDateTime, displayName: displayName}}\""
    return [
      "ids=$(\(ids))",
      "if [ \"$(printf '%s\\n' \"$ids\" | grep -c .)\" = 1 ]; then",
      "  " + send("POST", "\(graph)/directory/deletedItems/$ids/restore", nil),
      "else",
      "  " + all,
      "fi",
    ]
  }

  private var findObject: String {
    "id=$(\(send("GET", object, nil)) --query id --output tsv)"
  }

  private func grant(_ grants: [WriteCommand.Grant]) -> [String] {
    [findObject]
      + grants.map {
        send("POST", "\(graph)/oauth2PermissionGrants", "'\($0.body(client: "'\"$id\"'"))'")
      }
  }

  private func assign(_ entries: [WriteCommand.Entry]) -> [String] {
    let body =
      #"'{"principalId":"'"$principal"'","resourceId":"'"$id"'","appRoleId":"'"$role"'"}'"#
    let row = #"{"principalId":"%s","appRoleId":"%s","result":"%s"}"#
    return [
      findObject,
      "separator=",
      "printf '{\"appId\":\"\(target.application)\",\"results\":['",
      "while read -r principal role; do",
      "  if error=$(" + send("POST", "\(object)/appRoleAssignedTo", body)
        + " --output none 2>&1 </dev/null); then result=assigned",
      "  else case $error in *'already exists'*) result='already assigned' ;; *) "
        + "result=$(printf '%s' \"$error\" | tr -d '\"\\\\' | tr '[:cntrl:]' ' ' | cut -c 1-300) ;; "
        + "esac; fi",
      "  printf '%s\(row)' \"$separator\" \"$principal\" \"$role\" \"$result\"",
      "  separator=,",
      "done <<'ROWS'",
    ] + entries.map { "\($0.principal) \($0.role)" } + ["ROWS", "printf ']}\\n'"]
  }
}
