public import Entra
public import Remediation
public import Wording

/// What only the eye knows: selection, typed text, scroll, layers.
///
/// Never journalled, never decides.
public struct View: Sendable, Hashable {
  /// The selected row of the menu or list.
  public var selected = 0
  /// What is being typed.
  public var line = TextField(limit: 4096)
  /// What was pasted where a text of many lines is wanted.
  public var pasted = ""
  /// What has the focus; nil: the page's first.
  public var focus: String?
  /// How far the text is scrolled.
  public var scroll = Scroll()
  /// Which of the order's steps is on the screen.
  public var step = 0
  /// What lies over the screen, the nearest last.
  public var layers: [Layer] = []
  /// What just happened, in one line.
  public var notice: String?
  /// What is wrong with what was typed or pasted, one line each.
  public var problems: [String] = []
  /// The people and groups that are ticked.
  public var picked: [Candidate] = []

  /// A fresh look.
  public init() {}

  /// A look at the step a case was left on.
  public init(step: Int) { self.step = step }

  /// The layer in front.
  public var layer: Layer? { layers.last }

  /// Opens a layer over the screen.
  mutating func open(_ layer: Layer) {
    layers.append(layer)
    leaveBehind()
  }

  /// Closes the layer in front.
  mutating func close() {
    _ = layers.popLast()
    leaveBehind()
  }

  private mutating func leaveBehind() {
    selected = 0
    line.clear()
    pasted = ""
    focus = nil
    scroll = Scroll()
    notice = nil
    problems = []
  }
}

/// What can lie over a screen.
public enum Layer: Sendable, Hashable {
  /// What this screen is about, and its keys.
  case help
  /// A note into the journal.
  case note
  /// The known ways in which the admin's screen differs.
  case deviations
  /// What to do about one of them.
  case advice(Deviation)
  /// The rest of the walk as a message.
  case message
  /// The report so far.
  case report
  /// The one command for the admin to run.
  case command(WriteCommand.Shell)
  /// The read-only commands that make a snapshot.
  case readCommands(WriteCommand.Shell)
  /// Paste or type what a command printed.
  case pasting
  /// The counts that stand for a list, as the admin reads them out.
  case counting
  /// What to try before consent that was given counts as without effect.
  case recheck
  /// The earlier answers, to be looked at again.
  case review
  /// One earlier answer again.
  case revising(Question)
  /// Everything that may be done now, and why the rest may not.
  case offers
  /// Leaving: what happens to the case.
  case leaving
  /// Who is to be assigned, once more before the plan is confirmed.
  case listAgain
  /// Which consent route can't be used.
  case setAside
  /// Typing why a route is not tried.
  case reason(ConsentRoute)
  /// Typing why something lost is waived.
  case waiver(LossParts)
  /// The look-alike was deleted, not ours.
  case lookAlike
  /// The tenant's domain again: another one lets what was said of this one die.
  case domain
  /// Particulars of the case: customer, ticket, contact.
  case particulars
  /// One of them.
  case particular(Particular)
  /// The list or snapshot at hand, line by line.
  case held
  /// What was read of the tenant.
  case read
  /// Who gets in now and by which option.
  case outlook
  /// Who gains and who stays out by one of them, by name.
  case names(Remedy)
  /// What the signed-in admin's roles allow.
  case abilities
  /// The consent link as a QR code.
  case code
  /// What is granted and what is wanted, side by side.
  case consents
  /// Which role the ticked people and groups get.
  case role
  /// Why no further consent route is tried.
  case setAllAside
}

/// Something said, for the case's journal.
public enum Saying: Sendable, Hashable {
  /// An input of the machine.
  case input(Input)
  /// A note.
  case note(String)
  /// A name, number or reason.
  case particular(Particular, String)
  /// What was pasted, kept.
  case paste(String)
}

/// What a screen asks of the session, which alone can act.
public enum Request: Sendable, Hashable {
  /// Say these, in order; the first refusal ends it and is shown.
  case submit([Saying])
  /// Begin a case with this symptom, or with none yet.
  case begin(Symptom?)
  /// Open an unfinished case.
  case open(Int)
  /// Back to home; the case is kept.
  case home
  /// Copy to the terminal's clipboard.
  case copy(String)
  /// Show alone on the ordinary screen.
  case plain(String)
  /// Read a list of who was or is to be assigned: pasted text, or a file's path.
  case takeList(String)
  /// Read a snapshot from what a command printed: pasted text, or a file's path.
  case takeSnapshot(String)
  /// Take the counts that the admin read out as the snapshot, attested.
  case attestSnapshot(ReadOutCounts)
  /// Make the report and show it.
  case report
  /// Which step is on the screen, so that the case is resumed there.
  case place(Int)
  /// A step on the way into a tenant.
  case arrive(ArrivalStep)
  /// Something about the work of Regrant's own hands.
  case work(WorkStep)
  /// What somebody does in a browser of the practice tenant.
  case browser(BrowserDeed)
  /// Look for people and groups.
  case search(String)
  /// These are to be assigned, in this role; nil for Default Access.
  case assign([Candidate], RoleRow?)
  /// Leave the program; the case is kept.
  case leave
  /// To the shell for a while.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Switch the mouse on or off.
  case mouse
}

/// A step on the way into a tenant.
public enum ArrivalStep: Sendable, Hashable {
  /// To the practice tenants.
  case practise
  /// To a customer's tenant.
  case connect
  /// Into this practice tenant.
  case practice(String)
  /// Begin to sign in.
  case signIn
  /// Stop signing in.
  case cancel
  /// It is the right tenant: go on.
  case confirm
}

/// Something about the work of Regrant's own hands.
public enum WorkStep: Sendable, Hashable {
  /// Do it, or do it again.
  case again
  /// Stop what is under way.
  case stop
  /// The admin does this step; the hands only watch.
  case byHand
  /// Read the tenant anew.
  case readAgain
  /// Read the tenant anew to verify access.
  case readBack
  /// Go on without them: the admin acts in the portal, as in guide mode.
  case withoutHands
  /// Reckon who gains by which option.
  case reckon
}

/// What somebody does in a browser of the practice tenant.
public enum BrowserDeed: Sendable, Hashable {
  /// The admin accepts the consent, with the box ticked or without.
  case accept(ticked: Bool)
  /// The admin cancels.
  case cancel
  /// The user whom the case is about signs in.
  case userSignsIn
}

/// What a key, or a line in linear mode, leads to.
public struct Reaction: Sendable {
  /// How the screen looks then.
  public var view: View
  /// What the session is asked to do.
  public var requests: [Request]

  /// A reaction of a view and requests.
  public init(_ view: View, _ requests: [Request] = []) {
    (self.view, self.requests) = (view, requests)
  }
}
