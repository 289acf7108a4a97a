import Remediation

extension Words {
  /// What the engineer reads out: at most two lines of 76 columns.
  func say(_ step: GuideStep, _ order: Order) -> String {
    switch step {
    case .openApplication:
      "Please search for \(app) in the list and open it. Take that exact name, without \"for "
        + "Entra ID\"."
    case .openUsersAndGroups:
      "On the Overview, click 1. Assign users and groups."
    case .addUserGroup: "Please click Add user/group at the top."
    case .selectPrincipals:
      "Click None Selected, tick \(those(order)) in the list, then click Select."
    case .chooseRole:
      "If Select a role is offered, choose one, such as Default Access, then click Select."
    case .assign: "Please click Assign at the bottom left."
    case .reassign:
      "Please add back \(those(order)): all of one role together, groups first."
    case .signInAgain:
      "Please open a private window and sign in to \(app) with your admin account."
    case .tickCheckbox:
      "Please tick \"Consent on behalf of your organization\" first. Only then click Accept."
    case .openConsentLink:
      "Please open the link I send you, sign in as the admin, and click Accept. There is no box to "
        + "tick."
    case .openPermissions: "On the left, under Security, please click Permissions."
    case .grantAdminConsent:
      "Please click Grant admin consent, sign in as the admin in the new window, and click Accept."
    case .runGrantCommand:
      "Please run the command I send you. It writes back the consent that was there before."
    case .openProperties: "On the left, under Manage, please click Properties."
    case .pressDelete:
      "Please click Delete at the top, then Yes. From now on nobody gets in until we are done."
    case .runAddCommand:
      "Please run the command I send you. It adds the application again, by its ID."
    case .runRestoreCommand:
      "Please run the command I send you. It takes the application out of the recycle bin."
    case .setRequired: "Set \"Assignment required?\" to Yes, then click Save."
    case .setEnabled: "Set \"Enabled for users to sign-in?\" to Yes, then click Save."
    }
  }

  /// What should appear: at most two lines of 76 columns.
  func expect(_ step: GuideStep, _ order: Order) -> String {
    switch step {
    case .openApplication: "A page titled \(app), with Overview at the left."
    case .openUsersAndGroups: "A list of users and groups; it may be empty."
    case .addUserGroup: "A pane titled Add Assignment."
    case .selectPrincipals: "Their number stands under Users and groups: \"3 users selected\"."
    case .chooseRole: "The role's name stands under Select a role, or Default Access does."
    case .assign: "They appear in the list. It can take a minute; refresh the page."
    case .reassign: "The list holds as many entries as before: \(those(order))."
    case .signInAgain: "A page titled \"Permissions requested\"."
    case .tickCheckbox: "\(app) opens, without an error."
    case .openConsentLink:
      "A page that says \"Accept for your organization\"; after that \(app), or a blank page."
    case .openPermissions: "The tabs Admin consent and User consent."
    case .grantAdminConsent: "The window closes. After Refresh the permissions are listed."
    case .runGrantCommand: "Lines of JSON with \"AllPrincipals\"."
    case .openProperties: "A form with Name, Application ID and Object ID."
    case .pressDelete: "A note that the application was deleted; it leaves the list."
    case .runAddCommand: "Lines of JSON with an \"id\" and this \"appId\"."
    case .runRestoreCommand: "Lines of JSON with the application's old \"id\"."
    case .setRequired: "A note that the properties were saved; the switch stays on Yes."
    case .setEnabled: "A note that the properties were saved; the switch stays on Yes."
    }
  }

  /// What else helps at a step.
  func tips(for step: GuideStep) -> [String] {
    switch step {
    case .openApplication:
      [
        "Not listed? Remove the filter \"Application type\", then search by application ID.",
        "The list's link: \(PortalLinks.list)",
      ]
    case .openUsersAndGroups: ["No such card? Users and groups under Manage is the same page."]
    case .addUserGroup: ["Greyed out: the admin's role cannot assign."]
    case .selectPrincipals:
      [
        "Only direct members of a group get in, not members of groups within it.",
        "A group must be a security or Microsoft 365 group.",
      ]
    case .chooseRole: ["No choice of a role means Default Access."]
    case .assign: ["Users may have to sign out and in again."]
    case .reassign: ["Above 20 entries, use the command: it does all of them at once."]
    case .signInAgain:
      [
        "The private window keeps an old session from answering.",
        "The address: \(signInPlace).",
      ]
    case .tickCheckbox:
      [
        "The box is off by default, and easily overlooked.",
        "It shows only to Global and Privileged Role Administrators.",
      ]
    case .openConsentLink:
      [
        "A blank page or an error of \(vendor)'s after Accept does not undo the consent.",
        "The link works where the checkbox does not appear.",
        "It re-creates the application where it is missing.",
      ]
    case .openPermissions: ["Older menus: Security > Permissions as well."]
    case .grantAdminConsent:
      ["It may take back earlier permissions that the application no longer asks for."]
    case .runGrantCommand: ["Cloud Shell in the portal needs no installation."]
    case .openProperties: ["The Application ID stands here, too."]
    case .pressDelete:
      [
        "Until 30 days later it can be restored, by a command.",
        "Running sessions may last about an hour.",
      ]
    case .runAddCommand:
      [
        "650051 or \"already in use\": wait some minutes, then run it again.",
        "The gallery would make another application, with another ID.",
      ]
    case .runRestoreCommand:
      [
        "The portal does not show deleted enterprise applications.",
        "If it prints several and restores none, tell us which is meant.",
      ]
    case .setRequired: ["Do this before consent, while nobody is in."]
    case .setEnabled: ["Greyed out: the admin's role cannot change properties."]
    }
  }

  /// Whom the order assigns, as words in a sentence.
  private func those(_ order: Order) -> String {
    switch order {
    case .assignPrincipals(let count):
      Quantity.counted(count, "person or group", plural: "people and groups")
    case .assignSnapshot(let count): Quantity.counted(count, "assignment")
    case .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal,
      .addServicePrincipal, .requireAssignment, .consent:
      "the users and groups"
    }
  }
}

/// Links that need no ID; undocumented, so the menu path always stands beside.
enum PortalLinks {
  static let list =
    "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade"
    + "/~/AppAppsPreview"
}
