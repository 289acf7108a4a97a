public import Entra
public import Remediation

/// One command, or script, that an admin runs where the portal cannot do a thing.
///
/// It is made only from a sealed ``Remediation/Command``, and there is none that deletes. All that
/// varies in it comes from typed IDs, domains and checked permission names.
public struct WriteCommand: Sendable, Hashable {
  /// What the admin runs it in.
  public let shell: Shell
  /// The lines to run.
  public let lines: [String]
  /// What it is, in one sentence to read out.
  public let say: String

  /// The lines as one text.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// What an admin runs commands in.
  public enum Shell: String, Sendable, Hashable, Codable, CaseIterable {
    /// Graph PowerShell, also in Cloud Shell.
    case powerShell
    /// `az rest` in a POSIX shell, also in Cloud Shell.
    case azureCLI
  }

  /// Who is to be assigned, with which role.
  public struct Entry: Sendable, Hashable {
    /// The user or group.
    public let principal: ObjectID
    /// The role; default access where the application declares none.
    public let role: ObjectID

    /// An entry by its IDs.
    public init(principal: ObjectID, role: ObjectID = AppRoleAssignment.defaultAccess) {
      (self.principal, self.role) = (principal, role)
    }
  }

  /// An organization-wide grant to write: permissions of one API.
  public struct Grant: Sendable, Hashable {
    /// The API's service principal.
    public let resource: ObjectID
    /// The permissions.
    public let scopes: Scopes

    /// A grant by its parts.
    public init(resource: ObjectID, scopes: Scopes) {
      (self.resource, self.scopes) = (resource, scopes)
    }
  }

  /// What a command needs beside its order.
  public struct Particulars: Sendable, Hashable {
    /// The tenant's cloud.
    public var cloud = Cloud.global
    /// Whom to assign.
    public var entries: [Entry] = []
    /// What to grant.
    public var grants: [Grant] = []
    /// Which of several deleted ones to restore, once somebody said so.
    public var deleted: ObjectID?

    /// Nothing beside the order.
    public init() {}
  }

  /// Why no command can be made.
  public enum Impossible: Error, Sendable, Hashable, CaseIterable {
    /// The portal does this, or nothing may.
    case notByCommand
    /// Nobody to assign, or nothing to grant, was given.
    case empty
    /// More entries than the order names.
    case tooMany
    /// A permission's name holds something that no permission's name does.
    case unreadableScope
  }

  /// The command that carries out a sealed one.
  ///
  /// - Throws: ``Impossible`` when no command does this, deleting above all.
  public init(
    _ command: Command, in shell: Shell, with particulars: Particulars = Particulars()
  ) throws(Impossible) {
    self.shell = shell
    let deed = try Deed(command.order, particulars)
    let target = Target(
      application: command.application, tenant: command.tenant, cloud: particulars.cloud)
    (lines, say) =
      switch shell {
      case .powerShell: (PowerShellText(target: target).lines(for: deed), deed.say)
      case .azureCLI: (AzureText(target: target).lines(for: deed), deed.say)
      }
  }
}

extension WriteCommand {
  /// What is written to, and the bodies of what is written, in whichever shell.
  struct Target {
    let application: AppID
    let tenant: DomainName?
    let cloud: Cloud

    /// The body that creates the application's object.
    var addition: String {
      #"{"appId":"\#(application)","tags":["\#(ServicePrincipal.Tag.integrated)"]}"#
    }

    static let enabled = #"{"accountEnabled":true}"#
    static let required = #"{"appRoleAssignmentRequired":true}"#
  }
}

extension WriteCommand {
  /// What a command does; deleting is not among it.
  enum Deed {
    case enable
    case require
    case add
    case restore(ObjectID?)
    case grant([Grant])
    case assign([Entry])

    init(_ order: Order, _ particulars: Particulars) throws(Impossible) {
      switch order {
      case .deleteServicePrincipal, .consent(.signIn), .consent(.link), .consent(.portal):
        throw .notByCommand
      case .enableServicePrincipal: self = .enable
      case .requireAssignment: self = .require
      case .addServicePrincipal: self = .add
      case .restoreServicePrincipal: self = .restore(particulars.deleted)
      case .consent(.graph):
        guard !particulars.grants.isEmpty else { throw .empty }
        guard particulars.grants.allSatisfy(\.isWritable) else { throw .unreadableScope }
        self = .grant(particulars.grants)
      case .assignPrincipals(let count), .assignSnapshot(let count):
        guard !particulars.entries.isEmpty else { throw .empty }
        guard particulars.entries.count <= count else { throw .tooMany }
        self = .assign(particulars.entries)
      }
    }

    var say: String {
      switch self {
      case .enable: "This command enables sign-in for the application."
      case .require: "This command sets \"Assignment required?\" to Yes."
      case .add: "This command adds the application again, by its ID."
      case .restore: "This command restores the deleted application, if there is exactly one."
      case .grant: "This command writes the organization's consent back."
      case .assign: "This command assigns everybody on the list, and skips who is assigned."
      }
    }

    /// What the sign-in of Graph PowerShell asks for.
    var permissions: [String] {
      switch self {
      case .enable, .require, .add, .restore: ["Application.ReadWrite.All"]
      case .grant: ["Application.Read.All", "DelegatedPermissionGrant.ReadWrite.All"]
      case .assign: ["Application.Read.All", "AppRoleAssignment.ReadWrite.All"]
      }
    }
  }
}

extension WriteCommand.Grant {
  /// Whether every permission is named as permissions are: letters, digits and `. _ - : /`.
  var isWritable: Bool {
    !scopes.isEmpty
      && scopes.values.allSatisfy { name in
        name.utf8.allSatisfy {
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "/"):
            true
          default: false
          }
        }
      }
  }

  /// The body of the request that writes it; `client` is the shell's word for our object's ID.
  func body(client: String) -> String {
    #"{"clientId":"\#(client)","consentType":"AllPrincipals","resourceId":"\#(resource)","#
      + #""scope":"\#(scopes)"}"#
  }
}

extension Words {
  /// Why no command can be made.
  public func denial(of impossible: WriteCommand.Impossible) -> Denial {
    switch impossible {
    case .notByCommand:
      Denial(why: "No command does this.", remedy: "Do it in the portal, as the steps say.")
    case .empty:
      Denial(why: "There is nothing to write.", remedy: "Give the list first.")
    case .tooMany:
      Denial(why: "The list is longer than the one confirmed.", remedy: "Confirm the plan again.")
    case .unreadableScope:
      Denial(
        why: "A permission's name is not one that Microsoft allows.",
        remedy: "Consent by the link instead.")
    }
  }
}
