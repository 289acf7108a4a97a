import Entra
import Execution
import Graph
import Remediation
import Screens
import Wording

extension Session {
  /// How long after the last key the tenant is asked.
  static let searchPause = Duration.milliseconds(250)

  /// Looks for people and groups, once nothing was typed for a moment.
  func search(_ term: String) {
    guard let running else { return }
    searches += 1
    searchTask?.cancel()
    running.finds.term = term
    running.finds.problem = nil
    let isEmpty = term.allSatisfy(\.isWhitespace)
    running.finds.isSearching = !isEmpty
    if isEmpty { running.finds.rows = [] }
    searchDue = isEmpty ? nil : .now + Self.searchPause
  }

  /// Asks the tenant, when it is time.
  func searchIfDue() {
    guard let due = searchDue, due <= .now, let running, let term = running.finds.term,
      let client = running.reached?.client
    else { return }
    searchDue = nil
    let number = searches
    let takesGroups = running.reading?.takesGroups != false
    let application = running.runner.reading?.application?.id
    searchTask = Task { [mailbox, words] in
      let finds = await Session.finds(term, takesGroups, client, words)
      mailbox.post(.found(search: number, finds))
      guard let application,
        let marked = await Session.marked(finds, assignedTo: application, client)
      else { return }
      mailbox.post(.found(search: number, marked))
    }
  }

  private static func finds(
    _ term: String, _ takesGroups: Bool, _ client: GraphClient, _ words: Words
  ) async -> Finds {
    var finds = Finds()
    finds.term = term
    do throws(GraphError) {
      let found = try await PrincipalSearch(client: client).search(term)
      finds.rows = found.rows.map { Candidate($0, takesGroups: takesGroups) }
      finds.isCut = found.isCut
    } catch { finds.problem = words.trouble(with: error).happened }
    return finds
  }

  /// The same with those marked who are assigned already; nil where nothing is to be marked.
  ///
  /// It comes after the names, which nobody waits longer for; where it can't be read, assigning
  /// itself tells who was assigned before.
  private static func marked(
    _ finds: Finds, assignedTo application: ObjectID, _ client: GraphClient
  ) async -> Finds? {
    let principals = finds.rows.map(\.principal)
    guard !principals.isEmpty else { return nil }
    let assigned: Set<ObjectID>
    do throws(GraphError) {
      assigned = try await client.assigned(
        users: principals.filter { $0.kind == .user }.map(\.id),
        groups: principals.filter { $0.kind == .group }.map(\.id), to: application)
    } catch { return nil }
    guard !assigned.isEmpty else { return nil }
    var marked = finds
    for index in marked.rows.indices {
      marked.rows[index].isAssigned = assigned.contains(marked.rows[index].principal.id)
    }
    return marked
  }

  /// Those who were ticked become the list that is assigned.
  func assign(_ picked: [Candidate], _ role: RoleRow?) -> Bool {
    let lines = picked.map { candidate in
      [
        candidate.principal.id.description, candidate.principal.name.safe,
        candidate.principal.kind.rawValue, role?.id.description ?? "",
      ].map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    let heading = "principalId,principalDisplayName,principalType,appRoleId"
    return take(.list, of: ([heading] + lines).joined(separator: "\n") + "\n")
  }
}

extension Candidate {
  fileprivate init(_ found: FoundPrincipal, takesGroups: Bool) {
    let marks = [
      found.userPrincipalName?.safe, found.department?.safe, found.isGuest ? "guest" : nil,
      found.isEnabled ? nil : "disabled", found.hasNamesake ? found.id.description : nil,
    ]
    let because: String? =
      if !found.isAssignable {
        "A mail group can't be given access."
      } else if found.kind == .group, !takesGroups {
        "Groups can't be assigned without Entra ID P1."
      } else { nil }
    self.init(
      Principal(id: found.id, kind: found.kind, name: found.name), marks: marks.compactMap(\.self),
      because: because)
  }
}
