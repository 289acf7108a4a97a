/// The source article's sentences, in its order: every one has a place in the program.
public enum Article: Int, Sendable, Hashable, CaseIterable {
  /// Sentence 1.
  case consentedForAll = 1
  /// Sentence 2.
  case consentedForOneAdmin
  /// Sentence 3.
  case othersHaveNoAccess
  /// Sentence 4.
  case refer
  /// Sentence 5.
  case backupRestricted
  /// Sentence 6.
  case raiseRole
  /// Sentence 7.
  case roleArticle
  /// Sentence 8.
  case howToGrant
  /// Sentence 9.
  case eitherMethod
  /// Sentence 10.
  case option1
  /// Sentence 11.
  case openApplication
  /// Sentence 12.
  case lookAlike
  /// Sentence 13.
  case lookAlikeNoSignIn
  /// Sentence 14.
  case chooseCorrect
  /// Sentence 15.
  case applicationID
  /// Sentence 16.
  case assignTo
  /// Sentence 17.
  case assignCard
  /// Sentence 18.
  case addUserGroup
  /// Sentence 19.
  case dialog
  /// Sentence 20.
  case selectPrincipals
  /// Sentence 21.
  case chooseRole
  /// Sentence 22.
  case assign
  /// Sentence 23.
  case option2
  /// Sentence 24.
  case option2A
  /// Sentence 25.
  case signInAgain
  /// Sentence 26.
  case tickCheckbox
  /// Sentence 27.
  case checkboxMayNotAppear
  /// Sentence 28.
  case proceedToB
  /// Sentence 29.
  case option2B
  /// Sentence 30.
  case openProperties
  /// Sentence 31.
  case delete
  /// Sentence 32.
  case readd
  /// Sentence 33.
  case consentWhenPrompted
  /// Sentence 34.
  case removesAssignments
  /// Sentence 35.
  case reassign
  /// Sentence 36.
  case noteRestricted
  /// Sentence 37.
  case noteRaiseRole
  /// Sentence 38.
  case instructions

  /// The sentence, word for word, without its bullet.
  public var text: String {
    switch self {
    case .consentedForAll:
      "If the Global Admin or Privileged Role Admin selected Consent on behalf of your "
        + "organization during the initial sign-in, access to Nexetic Backup - the "
        + "application responsible for authentication and single sign-on (SSO) - is "
        + "automatically granted to all users for login purposes."
    case .consentedForOneAdmin:
      "If Consent on behalf of your organization was not selected, access is limited to "
        + "the individual admin account that completed the sign-in - not to the entire "
        + "tenant."
    case .othersHaveNoAccess:
      "As a result, other users won’t automatically have access to Nexetic Backup "
        + "application."
    case .refer:
      "To allow application access, refer to this article."
    case .backupRestricted:
      "However, please note that access to Entra ID backup itself remains restricted to "
        + "Global Admins and Privileged Role Admins by default."
    case .raiseRole:
      "To enable access for other users, their permissions must be elevated through "
        + "Nexetic’s Role-Based Access Control (RBAC) by changing their role from No Access "
        + "to Full Access within the Nexetic system."
    case .roleArticle:
      "Refer to the Support Article How to assign admin roles in Entra ID Backup."
    case .howToGrant:
      "How to Grant Application Access to Non-Admin users in Microsoft Entra"
    case .eitherMethod:
      "Admins can grant access using either of the following methods:"
    case .option1:
      "Option 1: Manually Assign Users (if user assignment is required)"
    case .openApplication:
      "Go to Entra ID → Enterprise Applications → Nexetic Backup"
    case .lookAlike:
      "The Nexetic Backup for Entra ID application is used exclusively for running "
        + "backup operations."
    case .lookAlikeNoSignIn:
      "It does not support user login or single sign-on (SSO)."
    case .chooseCorrect:
      "When assigning users for authentication and SSO access, make sure to select the "
        + "correct Nexetic Backup application:"
    case .applicationID:
      "Nexetic Backup - Application ID: facd4a2d-cbd2-4095-bfa8-ac9c819f843e"
    case .assignTo:
      "Assign users and groups to the application:"
    case .assignCard:
      "Click 1. Assign users and groups to specify which users or groups should have "
        + "access to the app."
    case .addUserGroup:
      "Then click Add user/group."
    case .dialog:
      "In the dialog that appears:"
    case .selectPrincipals:
      "Select the desired users and/or user groups."
    case .chooseRole:
      "Choose a role (e.g., Default Access)."
    case .assign:
      "Click Assign to grant the selected user(s) access to the application via the "
        + "chosen app role."
    case .option2:
      "Option 2: Re-consent to the Application"
    case .option2A:
      "A. Re-consent Without Revoking"
    case .signInAgain:
      "Have the admin sign in to the Nexetic Backup app again."
    case .tickCheckbox:
      "Ensure the Consent on behalf of your organization checkbox is selected."
    case .checkboxMayNotAppear:
      "If consent was already granted, the checkbox may not appear."
    case .proceedToB:
      "In that case, if necessary, proceed to Option B."
    case .option2B:
      "B. Remove and Re-add the Service Principal"
    case .openProperties:
      "Go to Entra Admin Center → Enterprise Applications → App: Nexetic Backup "
        + "(Application ID: facd4a2d-cbd2-4095-bfa8-ac9c819f843e) → Properties"
    case .delete:
      "Click Delete to remove the app and revoke all admin consent."
    case .readd:
      "Re-add the app via the app gallery or registration."
    case .consentWhenPrompted:
      "When prompted, select Consent on behalf of your organization to apply "
        + "tenant-wide access."
    case .removesAssignments:
      "This action removes all user assignments."
    case .reassign:
      "You'll need to reassign users afterward."
    case .noteRestricted:
      "By default, only Global Admins and Privileged Role Admins have access to Entra "
        + "ID backup."
    case .noteRaiseRole:
      "To enable access for other users, permissions must also be granted through "
        + "Nexetic’s Role-Based Access Control - this means upgrading their role from No "
        + "Access to Full Access within the Nexetic system."
    case .instructions:
      "Please refer to the instructions here."
    }
  }
}
