import Entra
import Foundation
import Graph
import Remediation
import Screens
import Training
import Wording

/// News on the way into a tenant.
enum Arriving: Sendable {
  /// Somebody has to type a code, or needs not any more.
  case code(CodeLine?)
  /// Signed in.
  case reached(Reached)
  /// Not signed in, and why.
  case failed(Trouble)
}

extension Session {
  /// A step on the way into a tenant.
  func take(_ step: ArrivalStep) {
    switch step {
    case .practise:
      let lines = PracticeTenant.situations.map {
        PracticeLine(name: $0.name, summary: $0.summary)
      }
      arrive(at: .practice(lines))
    case .connect: connect(forCase: running?.number)
    case .practice(let name): practise(name)
    case .signIn: signIn()
    case .cancel:
      cancelArrival()
      goHome()
    case .confirm: confirmTenant()
    }
  }

  /// To the door of a customer's tenant.
  func connect(forCase number: Int?) {
    if let practice = surroundings.practice { return enter(practice()) }
    guard let door else {
      view.notice = "This program was started without a way to sign in."
      return
    }
    arrive(at: .before(door.doorway), forCase: number)
  }

  private func arrive(at stage: Arrival.Stage, forCase number: Int? = nil) {
    leaveCase()
    view = View()
    arrival = Arrival(
      stage, now: Moment(milliseconds: surroundings.now()), profile: surroundings.profile,
      caseNumber: number ?? arrival?.caseNumber)
    refresh()
  }

  private func practise(_ name: String) {
    let now = surroundings.now()
    guard let tenant = PracticeTenant(name, secondsSince1970: Double(now) / 1000) else { return }
    enter(tenant)
  }

  private func enter(_ tenant: PracticeTenant) {
    let client = GraphClient(
      of: GraphService(.global), through: tenant.transport, signedInBy: tenant.tokens,
      time: RunningTime(on: ContinuousClock()), newRequestID: { UUID() })
    look(through: client, at: nil, practice: tenant)
  }

  private func signIn() {
    guard let door else { return }
    arrivals += 1
    let number = arrivals
    let client = door.open { [mailbox] code in mailbox.post(.arrival(number, .code(code))) }
    look(through: client, at: door.site, practice: nil)
  }

  /// Asks which tenant this is; the first request signs in.
  private func look(
    through client: GraphClient, at site: TenantSite?, practice: PracticeTenant?
  ) {
    if practice != nil { arrivals += 1 }
    arrive(at: .signingIn(nil))
    let number = arrivals
    let kind: Page.Tenant.Kind =
      switch site {
      case _ where practice != nil: .practice
      case .loopback: .simulator
      case .cloud, nil: .live
      }
    arrivalTask?.cancel()
    arrivalTask = Task { [mailbox, words] in
      do throws(GraphError) {
        guard let card = try await TenantCard(through: client, kind) else {
          return mailbox.post(.arrival(number, .failed(words.unreadableTenant)))
        }
        let reached = Reached(card: card, client: client, site: site, practice: practice)
        mailbox.post(.arrival(number, .reached(reached)))
      } catch {
        guard error.kind != .cancelled else { return }
        mailbox.post(.arrival(number, .failed(words.trouble(with: error))))
      }
    }
  }

  /// Takes news of the arrival that is under way.
  func take(_ news: Arriving) {
    switch news {
    case .code(let code): arrive(at: .signingIn(code))
    case .failed(let trouble):
      arrivalTask = nil
      arrive(at: .failed(trouble))
    case .reached(let reached):
      arrivalTask = nil
      self.reached = reached
      arrive(at: .found(reached.card))
    }
  }

  func cancelArrival() {
    arrivalTask?.cancel()
    arrivalTask = nil
    arrivals += 1
    arrival = nil
    reached = nil
  }

  /// It is the right tenant: on with the case, or with a new one.
  private func confirmTenant() {
    guard let reached, let arrival else { return }
    self.arrival = nil
    if let number = arrival.caseNumber {
      open(number)
      guard let running else { return }
      if let known = running.particulars[.tenantID]?.safe, known != reached.card.id.description {
        view.notice = "This case is about another tenant: \(known). Nothing was begun."
        return
      }
    } else {
      begin(nil, mode: reached.practice == nil ? .connect : .train)
    }
    giveHands(in: reached)
  }
}

extension TenantCard {
  /// What the tenant says of itself, and of who is signed in; nil where it names no ID.
  init?(through client: GraphClient, _ kind: Page.Tenant.Kind) async throws(GraphError) {
    let organization = try await client.organization()
    let id: TenantID
    do throws(WireError) { id = try organization.tenantID() } catch { return nil }
    var account: ForeignText?
    // An application has no "me": then nobody is named.
    do throws(GraphError) {
      account = try await client.signedInUser().userPrincipalName.map { ForeignText($0) }
    } catch {
      if error.kind == .cancelled { throw error }
    }
    self.init(
      name: ForeignText(organization.displayName ?? ""), domain: organization.domains.first, id: id,
      account: account, kind: kind)
  }
}
