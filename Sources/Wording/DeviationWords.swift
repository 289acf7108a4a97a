import Entra
public import Remediation

extension Words {
  /// What looks different, as the answer to a step.
  public func label(of deviation: Deviation) -> String {
    switch deviation {
    case .applicationNotListed: "The application is not in the list"
    case .onlyTheLookAlike: "Only \(lookAlikeName) is in the list"
    case .addGreyedOut: "Add user/group is greyed out"
    case .groupsNotSelectable: "Groups cannot be selected"
    case .alreadyAssigned: "They are assigned already"
    case .someNotAssigned: "Some could be assigned, others not"
    case .noDeleteButton: "There is no Delete button, or it is greyed out"
    case .propertyGreyedOut: "It is greyed out"
    case .noPrompt: "No prompt at all: signed in at once"
    case .noCheckbox: "A prompt, but without the checkbox"
    case .boxNotTicked: "Accepted, but the box was not ticked"
    case .approvalPage: "\"Need admin approval\" or \"Approval required\""
    case .declined: "It was cancelled"
    case .notYet: "650051, or another word for \"not yet\""
    case .alreadyExists: "\"Already exists\" or \"already in use\" (409)"
    case .insufficientPrivileges: "\"Insufficient privileges\" (403)"
    case .forbiddenByPolicy: "A policy of the tenant forbids it"
    case .notInRecycleBin: "It is not in the recycle bin"
    case .cannotRunCommands: "The admin cannot run commands"
    case .otherError: "Another error message"
    case .otherLanguage: "The page is in another language"
    }
  }

  /// What it means, and what to do.
  public func advice(on deviation: Deviation) -> String {
    switch deviation {
    case .applicationNotListed:
      "Remove all filters and search by application ID. Still nothing: we ask why."
    case .onlyTheLookAlike:
      "That one runs backups; nobody signs in to it. Leave it alone. Ours is missing."
    case .addGreyedOut: "The role cannot assign. A Cloud Application Administrator can."
    case .groupsNotSelectable: "Groups need Entra ID P1. Select the users one by one."
    case .alreadyAssigned: "Then assignment is not what keeps them out. We look further."
    case .someNotAssigned: "Note who is missing. We go on with the rest."
    case .noDeleteButton:
      "The role cannot delete. Not even a Privileged Role Administrator can."
    case .propertyGreyedOut: "The role cannot change it. A Cloud Application Administrator can."
    case .noPrompt: "Consent was given before, perhaps for one admin only. Try the link next."
    case .noCheckbox: "The box shows only to certain roles. The link needs none; try it next."
    case .boxNotTicked: "Only this admin gets in now. Consent again, or use the link."
    case .approvalPage: "This account cannot consent. Another admin must, or approve the request."
    case .declined: "Nothing was granted. Ask why, then try again."
    case .notYet: "A deletion has not settled. Wait five minutes, then do the same again."
    case .alreadyExists: "Then it is there already. We go on from there."
    case .insufficientPrivileges: "The role does not allow it. Another admin must."
    case .forbiddenByPolicy: "The customer's admin must allow it, or grant an exception."
    case .notInRecycleBin: "More than 30 days, or another tenant. We add it again."
    case .cannotRunCommands:
      "Then restoring and adding by ID are not available. Consent by link still adds it."
    case .otherError: "Note the code, the correlation ID and the time. We look it up."
    case .otherLanguage:
      "Append ?l=en to the portal's address, or go by the icon and the place in the menu."
    }
  }

  /// The first application that is easily taken for ours.
  var lookAlikeName: String { profile.lookAlikes.first?.name ?? "another application" }
}
