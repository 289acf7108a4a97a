public import Remediation

/// What a step of the guide says: one screen's worth.
public struct StepText: Sendable, Hashable {
  /// What the step is called.
  public let title: String
  /// What the engineer reads out to the admin.
  public let say: String
  /// Where, in the portal's present words; empty where it is no place in the portal.
  public let path: [String]
  /// The same place in the portal's former words.
  public let formerPath: [String]
  /// What should appear.
  public let expect: String
  /// The label of the answer that goes on.
  public let done: String
  /// The article's sentences that the step carries out.
  public let quotes: [Article]
  /// What else helps; one key away.
  public let tips: [String]
}

extension Words {
  /// What a step says when it carries out `order`.
  public func text(of step: GuideStep, for order: Order) -> StepText {
    let page = page(of: step)
    return StepText(
      title: title(of: step), say: say(step, order), path: path(of: step, on: page),
      formerPath: page.map { formerPath(to: $0) } ?? [], expect: expect(step, order),
      done: done(step), quotes: quotes(for: step), tips: tips(for: step))
  }

  /// The answer to a step that somebody carried out before.
  public var alreadyDone: String { "It was so already" }
  /// The answer that leads to the known deviations.
  public var looksDifferent: String { "It looks different" }
  /// The answer that leaves the case where it stands.
  public var comeBackLater: String { "Stop here and come back later" }

  /// A step's title.
  public func title(of step: GuideStep) -> String {
    switch step {
    case .openApplication: "Open the application"
    case .openUsersAndGroups: "Open Users and groups"
    case .addUserGroup: "Add user/group"
    case .selectPrincipals: "Select users and groups"
    case .chooseRole: "Choose a role"
    case .assign: "Assign"
    case .reassign: "Assign again what was lost"
    case .signInAgain: "Sign in again"
    case .tickCheckbox: "Tick the box and accept"
    case .openConsentLink: "Open the link and accept"
    case .openPermissions: "Open Permissions"
    case .grantAdminConsent: "Grant admin consent"
    case .runGrantCommand: "Run the command that grants"
    case .openProperties: "Open Properties"
    case .pressDelete: "Delete"
    case .runAddCommand: "Run the command that adds"
    case .runRestoreCommand: "Run the command that restores"
    case .setRequired: "Require assignment"
    case .setEnabled: "Enable sign-in"
    }
  }

  private func page(of step: GuideStep) -> PortalPage? {
    switch step {
    case .openApplication: .application
    case .openUsersAndGroups, .addUserGroup, .selectPrincipals, .chooseRole, .assign, .reassign:
      .users
    case .openPermissions, .grantAdminConsent: .permissions
    case .openProperties, .pressDelete, .setRequired, .setEnabled: .properties
    case .signInAgain, .tickCheckbox, .openConsentLink, .runGrantCommand, .runAddCommand,
      .runRestoreCommand:
      nil
    }
  }

  /// Where a step is done: a page, and from there the button or pane.
  private func path(of step: GuideStep, on page: PortalPage?) -> [String] {
    switch step {
    case .openApplication, .openUsersAndGroups, .openPermissions, .openProperties, .reassign:
      page.map { path(to: $0) } ?? []
    case .addUserGroup: ["Users and groups", "Add user/group"]
    case .selectPrincipals: ["Add Assignment", "Users and groups", "None Selected", "Select"]
    case .chooseRole: ["Add Assignment", "Select a role", "Select"]
    case .assign: ["Add Assignment", "Assign"]
    case .grantAdminConsent: ["Security", "Permissions", "Grant admin consent for {tenant}"]
    case .pressDelete: ["Properties", "Delete", "Yes"]
    case .setRequired: ["Properties", "Assignment required?", "Yes", "Save"]
    case .setEnabled: ["Properties", "Enabled for users to sign-in?", "Yes", "Save"]
    case .signInAgain, .tickCheckbox, .openConsentLink, .runGrantCommand, .runAddCommand,
      .runRestoreCommand:
      []
    }
  }

  private func done(_ step: GuideStep) -> String {
    switch step {
    case .openApplication: "The application's page is open"
    case .openUsersAndGroups: "Users and groups is open"
    case .addUserGroup: "Add Assignment is open"
    case .selectPrincipals: "They are selected"
    case .chooseRole: "The role is chosen"
    case .assign: "They are in the list"
    case .reassign: "All are in the list again"
    case .signInAgain: "A page asks for permissions"
    case .tickCheckbox: "Accepted, with the box ticked"
    case .openConsentLink: "Accepted, without an error"
    case .openPermissions: "Permissions is open"
    case .grantAdminConsent: "Accepted, and the list shows it"
    case .runGrantCommand: "It printed the grants"
    case .openProperties: "Properties is open"
    case .pressDelete: "It is deleted"
    case .runAddCommand: "It printed the application"
    case .runRestoreCommand: "It printed the restored application"
    case .setRequired: "It is saved: Yes"
    case .setEnabled: "It is saved: enabled"
    }
  }

  /// The article's sentences that a step carries out.
  public func quotes(for step: GuideStep) -> [Article] {
    switch step {
    case .openApplication: [.openApplication, .chooseCorrect, .applicationID]
    case .openUsersAndGroups: [.assignCard]
    case .addUserGroup: [.addUserGroup]
    case .selectPrincipals: [.dialog, .selectPrincipals]
    case .chooseRole: [.chooseRole]
    case .assign: [.assign]
    case .reassign: [.reassign]
    case .signInAgain: [.signInAgain]
    case .tickCheckbox: [.tickCheckbox]
    case .openConsentLink: [.consentWhenPrompted]
    case .openPermissions, .grantAdminConsent, .runGrantCommand: [.option2]
    case .openProperties: [.openProperties]
    case .pressDelete: [.delete]
    case .runAddCommand: [.readd]
    case .runRestoreCommand: [.delete]
    case .setRequired: [.option1]
    case .setEnabled: [.openProperties]
    }
  }
}
