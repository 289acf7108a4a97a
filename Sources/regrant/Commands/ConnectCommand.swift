import ArgumentParser
import Entra
import Simulator
import Training
import Walk

/// The walk, signed in to a tenant from the beginning.
struct ConnectCommand: CodedCommand {
  static let configuration = CommandConfiguration(
    commandName: "connect",
    abstract: "Walk through a case in a tenant that Regrant itself reads and changes.",
    discussion: """
      regrant connect --tenant contoso.onmicrosoft.com     sign in with a code
      regrant connect --sign-in azure-cli                  as whom az login signed in
      regrant connect --simulate default                   a made-up tenant
      regrant connect --user anna@contoso.example          a case about this user

      Nothing is changed before a plan was shown and carried out with c.
      Nothing is deleted before its phrase was typed.
      """)

  @Option(help: ArgumentHelp("Whom the case is about.", valueName: "upn"))
  var user: String?

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var looks: WalkOptions

  mutating func perform() throws -> ExitCode {
    var wishes = looks.wishes
    wishes.connects = true
    let person = try UserPrincipalName.asked(user)
    var options = connection
    if options.isSilent { options.signIn = .deviceCode }
    let doors = WalkDoors()
    switch try options.choice(hasToken: Composition.hasToken) {
    case .embedded(let scenario, let told):
      let practice: @Sendable () -> PracticeTenant = {
        var dated = told
        dated.now = Moment(secondsSince1970: Double(Composition.now / 1000))
        return PracticeTenant(scenario, dated)
      }
      return Composition.walk(wishes, practice: practice, about: person)
    case .reached(_, _, let plan, _):
      let door = try doors.door(by: options, as: plan.way)
      return Composition.walk(wishes, door: door, through: doors, about: person)
    }
  }
}

extension ConnectionOptions {
  /// Whether nothing was said: then somebody signs in with a code, to whichever tenant is theirs.
  fileprivate var isSilent: Bool {
    simulate == nil && tenant == nil && cloud == nil && signIn == nil && clientID == nil
      && graph == nil && !Composition.hasToken
  }
}
