/// One screen's worth of work for the customer's admin: the article's steps, and ours between them.
public enum GuideStep: String, Sendable, Hashable, Codable, CaseIterable {
  /// Enterprise apps, the application's own page.
  case openApplication
  /// *Assign users and groups* on the Overview, or Manage > Users and groups.
  case openUsersAndGroups
  /// *Add user/group*.
  case addUserGroup
  /// Users and/or groups, *Select*.
  case selectPrincipals
  /// *Select a role*, or Default Access.
  case chooseRole
  /// *Assign*.
  case assign
  /// Reassign in batches by role, or with the one script.
  case reassign
  /// The admin signs in to the application again.
  case signInAgain
  /// The checkbox, then *Accept*.
  case tickCheckbox
  /// The admin-consent link, then *Accept*.
  case openConsentLink
  /// Security > Permissions.
  case openPermissions
  /// *Grant admin consent for {tenant}*.
  case grantAdminConsent
  /// One command writes the grants that the snapshot holds.
  case runGrantCommand
  /// Manage > Properties.
  case openProperties
  /// *Delete*, then *Yes*.
  case pressDelete
  /// One command re-adds by application ID.
  case runAddCommand
  /// One command restores the deleted one.
  case runRestoreCommand
  /// "Assignment required?" to Yes, *Save*.
  case setRequired
  /// "Enabled for users to sign-in?" to Yes, *Save*.
  case setEnabled
}

extension Order {
  /// The steps that carry it out in the portal, in order.
  public var steps: [GuideStep] {
    switch self {
    case .enableServicePrincipal: [.openApplication, .openProperties, .setEnabled]
    case .restoreServicePrincipal: [.runRestoreCommand]
    case .deleteServicePrincipal: [.openApplication, .openProperties, .pressDelete]
    case .addServicePrincipal: [.runAddCommand]
    case .requireAssignment: [.openApplication, .openProperties, .setRequired]
    case .consent(.signIn): [.signInAgain, .tickCheckbox]
    case .consent(.link): [.openConsentLink]
    case .consent(.portal): [.openApplication, .openPermissions, .grantAdminConsent]
    case .consent(.graph): [.runGrantCommand]
    case .assignPrincipals:
      [
        .openApplication, .openUsersAndGroups, .addUserGroup, .selectPrincipals, .chooseRole,
        .assign,
      ]
    case .assignSnapshot: [.openApplication, .openUsersAndGroups, .reassign]
    }
  }
}

/// A known way in which the screen in front of the admin differs from what was said.
public enum Deviation: String, Sendable, Hashable, Codable, CaseIterable {
  /// The application is not in the list.
  case applicationNotListed
  /// Only "Nexetic Backup for Entra ID" is in the list.
  case onlyTheLookAlike
  /// *Add user/group* is greyed out.
  case addGreyedOut
  /// Groups cannot be selected: the tenant has no Entra ID P1.
  case groupsNotSelectable
  /// The people are assigned already.
  case alreadyAssigned
  /// Some could be assigned, others not.
  case someNotAssigned
  /// There is no *Delete* button, or it is greyed out.
  case noDeleteButton
  /// A property is greyed out.
  case propertyGreyedOut
  /// A sign-in without any prompt.
  case noPrompt
  /// A prompt without a checkbox.
  case noCheckbox
  /// Accepted, and the box was not ticked.
  case boxNotTicked
  /// "Approval required" or "Need admin approval".
  case approvalPage
  /// Cancelled.
  case declined
  /// 650051, or another word for "not yet".
  case notYet
  /// "Already exists", 409.
  case alreadyExists
  /// "Insufficient privileges", 403.
  case insufficientPrivileges
  /// A policy of the tenant forbids it.
  case forbiddenByPolicy
  /// The deleted one is not in the recycle bin.
  case notInRecycleBin
  /// The admin cannot run commands.
  case cannotRunCommands
  /// Another error message.
  case otherError
  /// A page in another language.
  case otherLanguage

  /// Where it leads.
  public enum Effect: Sendable, Hashable {
    /// The command ended so.
    case outcome(Outcome)
    /// Something turned out to be so, and the command was not carried out.
    case observation(Observation)
    /// A word of advice; the step stands.
    case advice
  }

  /// Where it leads.
  public var effect: Effect {
    switch self {
    case .applicationNotListed, .onlyTheLookAlike: .observation(.object(.notSeen))
    case .addGreyedOut, .noDeleteButton, .propertyGreyedOut, .insufficientPrivileges:
      .outcome(.refused(.role))
    case .groupsNotSelectable, .otherLanguage: .advice
    case .alreadyAssigned, .alreadyExists: .outcome(.alreadyDone)
    case .someNotAssigned: .outcome(.partly(0))
    case .noPrompt: .outcome(.appeared(.noPrompt))
    case .noCheckbox: .outcome(.appeared(.noCheckbox))
    case .boxNotTicked: .outcome(.appeared(.acceptedForSelf))
    case .approvalPage: .outcome(.appeared(.approvalPage))
    case .declined: .outcome(.appeared(.declined))
    case .notYet: .outcome(.notYet)
    case .forbiddenByPolicy: .outcome(.refused(.policy))
    case .notInRecycleBin: .outcome(.refused(.notFound))
    case .cannotRunCommands: .outcome(.notDone)
    case .otherError: .outcome(.refused(.other))
    }
  }
}

extension Deviation {
  /// Where it leads on one step's screen, where some lead elsewhere than on most.
  public func effect(on step: GuideStep) -> Effect {
    switch (self, step) {
    // It was there a moment ago, and was to be deleted: it is.
    case (.applicationNotListed, .pressDelete): .outcome(.alreadyDone)
    // Restoring, it is another object that exists already.
    case (.alreadyExists, .runRestoreCommand): .outcome(.refused(.conflict))
    // Who can't run commands can't restore; what remains is re-adding by consent.
    case (.cannotRunCommands, .runRestoreCommand): .outcome(.refused(.other))
    // That says nothing against the consent: the route is set aside.
    case (.cannotRunCommands, .runGrantCommand): .outcome(.appeared(.notTried))
    case (_, _): effect
    }
  }
}

extension GuideStep {
  /// The known deviations of its screen, likeliest first; at most nine with the other answers.
  public var deviations: [Deviation] {
    switch self {
    case .openApplication: [.applicationNotListed, .onlyTheLookAlike, .otherLanguage]
    case .openUsersAndGroups: [.alreadyAssigned, .otherLanguage]
    case .addUserGroup: [.addGreyedOut, .alreadyAssigned, .otherLanguage]
    case .selectPrincipals: [.groupsNotSelectable, .alreadyAssigned, .someNotAssigned]
    case .chooseRole: [.alreadyAssigned, .otherLanguage]
    case .assign, .reassign:
      [.someNotAssigned, .alreadyAssigned, .insufficientPrivileges, .otherError]
    case .signInAgain: [.noPrompt, .approvalPage, .notYet, .otherError, .otherLanguage]
    case .tickCheckbox:
      [.noCheckbox, .boxNotTicked, .approvalPage, .declined, .notYet, .otherError]
    case .openConsentLink: [.approvalPage, .declined, .notYet, .forbiddenByPolicy, .otherError]
    case .openPermissions: [.otherLanguage]
    case .grantAdminConsent:
      [.propertyGreyedOut, .declined, .notYet, .forbiddenByPolicy, .otherError]
    case .runGrantCommand, .runAddCommand:
      [.alreadyExists, .notYet, .insufficientPrivileges, .cannotRunCommands, .otherError]
    case .runRestoreCommand:
      [
        .notInRecycleBin, .alreadyExists, .insufficientPrivileges, .cannotRunCommands, .otherError,
      ]
    case .openProperties: [.otherLanguage]
    case .pressDelete: [.noDeleteButton, .applicationNotListed, .otherError]
    case .setRequired, .setEnabled: [.propertyGreyedOut, .otherError]
    }
  }
}
