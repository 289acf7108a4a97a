public import Entra
public import Remediation
public import Wording

/// The tenant within reach of Regrant's own hands, and what they do there; there is none in guide
/// mode.
public struct Reach: Sendable, Hashable {
  /// Which tenant it is.
  public var tenant: TenantCard
  /// What the hands do now.
  public var doing: Doing?
  /// Why the last piece of work stopped, until it is begun again or given to the admin.
  public var setback: Setback?
  /// Whether the admin does this step in the portal, while the hands only watch.
  public var isByHand = false
  /// How far an interrupted command got, once the hands have looked; nil before, or when done.
  public var found: Outcome?
  /// What was read of the tenant.
  public var reading: TenantReading?
  /// What a search for people and groups has found.
  public var finds = Finds()

  /// A tenant in which nothing has been done yet.
  public init(_ tenant: TenantCard) { self.tenant = tenant }

  /// Whether it is made up inside this program, its people's browsers with it.
  public var isPractice: Bool { tenant.kind == .practice }
}

/// A tenant as people know it: confirmed before anything is read, and in the header ever after.
public struct TenantCard: Sendable, Hashable {
  /// The organization's name.
  public var name: ForeignText
  /// Its default domain.
  public var domain: DomainName?
  /// Its ID.
  public var id: TenantID
  /// Who is signed in; nil for an application.
  public var account: ForeignText?
  /// Whose it is: nobody is to take one for the other.
  public var kind: Page.Tenant.Kind

  /// A tenant by what it said of itself.
  public init(
    name: ForeignText, domain: DomainName?, id: TenantID, account: ForeignText? = nil,
    kind: Page.Tenant.Kind = .live
  ) {
    (self.name, self.domain, self.id, self.account) = (name, domain, id, account)
    self.kind = kind
  }
}

/// A piece of work under way in the tenant, and how far it is.
public struct Doing: Sendable, Hashable {
  /// What is done.
  public var task: Errand
  /// Entries settled, or rows read.
  public var done = 0
  /// How many there are in all, where that is known.
  public var total: Int?
  /// How many of those failed so far.
  public var failed = 0
  /// Why it waits now: the reason, and for how many seconds.
  public var pause: Pause?
  /// Since when.
  public var since: Moment
  /// Until when it goes on by itself; nil where it ends with the work.
  public var until: Moment?
  /// Whether it was told to stop and has not yet.
  public var isStopping = false

  /// Work that begins.
  public init(_ task: Errand, since: Moment) { (self.task, self.since) = (task, since) }

  /// Why the work waits.
  public struct Pause: Sendable, Hashable {
    /// What made it necessary, in a sentence.
    public var because: String
    /// How long, in seconds.
    public var seconds: Int

    /// A wait.
    public init(because: String, seconds: Int) { (self.because, self.seconds) = (because, seconds) }
  }
}

/// What the hands can be about.
public enum Errand: Sendable, Hashable {
  /// Reading the tenant, to judge the gates.
  case reading
  /// Reading everything that a deletion would take away, twice.
  case recording
  /// Carrying an order out.
  case ordered(Order)
  /// Waiting until what the admin does in a browser shows.
  case watching(Order)
  /// Looking whether an interrupted order happened.
  case lookingBack(Order)
  /// Comparing what is there with what a deletion took.
  case comparing
  /// Reading a long list or output that the person gave.
  case takingIn
}

/// Why a piece of work stopped: what happened, what it means for the tenant, what comes next.
public struct Setback: Sendable, Hashable {
  /// What was being done.
  public var task: Errand
  /// In words.
  public var trouble: Trouble
  /// Whether the person stopped it.
  public var isCancelled: Bool
  /// The request by which it can be found in the tenant's logs.
  public var request: String?

  /// A setback in words.
  public init(_ task: Errand, _ trouble: Trouble, isCancelled: Bool = false, request: String? = nil)
  {
    (self.task, self.trouble) = (task, trouble)
    (self.isCancelled, self.request) = (isCancelled, request)
  }
}
