import Entra
import Execution
import Foundation
import Journal
import Remediation
import Wording

/// Everything a deletion would take away, in a file.
struct SnapshotFile: Codable, Sendable {
  static let currentVersion = 1

  let version: Int
  /// When it was read, in milliseconds since 1970.
  let takenAt: Int
  let tenantId: TenantID?
  let domain: DomainName?
  let tenantName: WrittenText?
  let appId: AppID
  let objectId: ObjectID?
  let counts: PlanBasis.Counts
  /// SHA-256 over the entries, in whichever order they come.
  let digest: String
  let entries: [Row]

  /// One thing that a deletion takes away.
  struct Row: Codable, Sendable, Hashable {
    let part: LedgerEntry.Part
    let name: WrittenText
    let objectId: ObjectID?
    let kind: Principal.Kind?
    let roleId: ObjectID?
    let resourceId: ObjectID?
    let detail: WrittenText?

    init(_ entry: LedgerEntry) {
      (part, name) = (entry.part, WrittenText(entry.name))
      (objectId, kind, roleId) = (entry.objectID, entry.kind, entry.roleID)
      (resourceId, detail) = (entry.resourceID, entry.detail.map { WrittenText($0) })
    }

    var entry: LedgerEntry {
      LedgerEntry(
        part: part, name: name.text, objectID: objectId, kind: kind, roleID: roleId,
        resourceID: resourceId, detail: detail?.text)
    }

    /// What makes it the same right, whatever it is called.
    var right: Right {
      let isNamed = objectId != nil || part == .grant || part == .permission
      return Right(
        part: part, name: isNamed ? nil : name, objectId: objectId, roleId: roleId,
        resourceId: resourceId, detail: part == .assignment ? nil : detail)
    }
  }

  /// A right, apart from names.
  struct Right: Hashable {
    let part: LedgerEntry.Part
    let name: WrittenText?
    let objectId: ObjectID?
    let roleId: ObjectID?
    let resourceId: ObjectID?
    let detail: WrittenText?
  }

  init(
    _ survey: Survey, takenAt: Int, tenantID: TenantID?, domain: DomainName?,
    tenantName: ForeignText?, appID: AppID, objectID: ObjectID?
  ) {
    version = Self.currentVersion
    (self.takenAt, tenantId, self.domain) = (takenAt, tenantID, domain)
    self.tenantName = tenantName.map { WrittenText($0) }
    (appId, objectId) = (appID, objectID)
    counts = PlanBasis.Counts(survey.snapshot)
    digest = survey.snapshot.digest
    entries = survey.entries.map { Row($0) }
  }

  /// Reads a file, whose entries have to be those its digest was made of.
  init(_ bytes: Data, named path: String) throws(Failure) {
    let name = Failure.name(path)
    do { self = try JSONDecoder().decode(Self.self, from: bytes) } catch {
      throw Failure(.badData, "\(name) is no snapshot.")
    }
    guard version == Self.currentVersion else {
      throw Failure(.badData, "\(name) is a snapshot of version \(version).")
    }
    let survey: Survey
    do throws(JournalError) {
      survey = try Survey(of: entries.map(\.entry), as: Words().profile)
    } catch { throw Failure(error) }
    guard survey.snapshot.digest == digest, PlanBasis.Counts(survey.snapshot) == counts else {
      throw Failure(.badData, "\(name): its entries are not those that were written.")
    }
  }

  /// The file's bytes.
  func bytes() throws -> Data { Data(try JSONOutput.text(self).utf8) }

  /// What it is of, and how much.
  var lines: [String] {
    let tenant = [tenantName?.text.safe, domain?.text, tenantId?.description].compactMap(\.self)
    return [
      "Tenant: \(tenant.joined(separator: ", "))",
      "Object: \(objectId?.description ?? "not known")",
      "Taken: \(Moment(journal: takenAt))", "Digest: \(digest)", summary,
    ]
  }

  /// How much there is.
  var summary: String {
    let groups = counts.groups > 0 ? ", \(Quantity.counted(counts.groups, "group")) among them" : ""
    let parts = [
      Quantity.counted(counts.assignments, "assignment") + groups,
      Quantity.counted(counts.grants, "consent"),
      Quantity.counted(counts.permissions, "application permission"),
      Quantity.counted(counts.owners, "owner"),
      Quantity.counted(counts.properties, "property", plural: "properties"),
    ]
    return parts.joined(separator: ", ") + ", \"Assignment required?\" "
      + (counts.isAssignmentRequired ? "Yes" : "No")
  }
}

extension SnapshotFile.Row {
  /// The entry on one line.
  var line: String {
    [
      part.rawValue, name.text.line, kind?.rawValue, objectId?.description, roleId?.description,
      resourceId?.description, detail?.text.line,
    ].compactMap(\.self).joined(separator: "  ")
  }
}
