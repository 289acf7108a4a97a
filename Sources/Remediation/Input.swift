public import Entra

/// What reaches the machine: the journal is a list of these, and a case is their fold.
public enum Input: Sendable, Hashable, Codable {
  /// What the user sees.
  case reported(Symptom)
  /// What turned out to be so, whoever did it; always accepted.
  case observed(Observation)
  /// An answer to the prompt it names.
  case answered(Prompt, Answer)
  /// This act is what to do next.
  case chosen(Act)
  /// Not this act after all: back to the findings, losing nothing.
  case putAside
  /// Consent by this route.
  case routeChosen(ConsentRoute)
  /// This route will not be tried, for a reason that the journal holds.
  case routeSetAside(ConsentRoute)
  /// A complete snapshot is stored.
  case snapshotCompleted(Snapshot)
  /// A complete list of who is to be assigned is stored: how many entries.
  case listCompleted(Int)
  /// Carry the chosen act out, as its plan was shown.
  case confirmed(Act)
  /// How a command ended.
  case outcome(CommandID, Outcome)
  /// Take an interrupted command up again.
  case resumed(CommandID)
  /// Something lost is settled.
  case settled(LossParts, Settlement)
  /// Somebody or something showed that access works.
  case verified(Verification)
  /// Close the case.
  case closed(Closing)
}

/// What is asked now; an answer names it, and one to another is refused.
public enum Prompt: Sendable, Hashable, Codable {
  /// What does the user see?
  case symptom
  /// A question that judges a gate.
  case question(Question)
  /// Which act, of those the findings offer?
  case act
  /// By which route is consent to be given?
  case route
  /// W1: which application is it?
  case identification
  /// W3: what did the consent prompt do?
  case appearance
  /// Everything the deletion will take away, complete.
  case snapshot
  /// The tenant's domain, which the phrase holds.
  case tenant
  /// W4 and W5: the phrase, with the number of assignments it holds.
  case phrase(Int)
  /// Who is to be assigned.
  case list
  /// Carry it out, as the plan shows?
  case confirmation(Act)
  /// How the command under way ended.
  case outcome(CommandID)
  /// What became of something lost.
  case settlement(LossParts)
  /// Does access work now?
  case verification
  /// W6: who needs Nexetic's own role?
  case access
  /// How the case ends.
  case closing
  /// Nothing: the case is closed.
  case nothing
}

/// What a person, or a comparison, says to a prompt.
public enum Answer: Sendable, Hashable, Codable {
  /// This is so.
  case fact(Observation)
  /// Nobody knows.
  case unknown
  /// W1: the Application ID's last block as it was read out.
  case lastBlock(String)
  /// W1: an Application ID from what the customer sent.
  case pasted(AppID)
  /// W1: an Application ID that Regrant itself read from the tenant.
  case compared(AppID)
  /// W3: what appeared.
  case appearance(Appearance)
  /// The tenant's domain.
  case domain(DomainName)
  /// W4 and W5: the typed phrase.
  case phrase(String)
  /// W6: who needs Nexetic's own role.
  case access(AccessNeed)
}

/// W6: who needs Nexetic's own role raised from No Access to Full Access.
public enum AccessNeed: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody: signing in is all they need.
  case nobody
  /// People whom the journal names.
  case namedPeople
  /// The customer will decide.
  case customerDecides
}

/// How a command ended.
public enum Outcome: Sendable, Hashable, Codable {
  /// It is done.
  case done
  /// It was so before.
  case alreadyDone
  /// This many of the entries are done; the rest are not.
  case partly(Int)
  /// Not possible yet: 650051, or replication.
  case notYet
  /// Not possible, and why.
  case refused(Obstacle)
  /// What a consent prompt did.
  case appeared(Appearance)
  /// It was not carried out.
  case notDone
}

/// Why the tenant said no.
public enum Obstacle: String, Sendable, Hashable, Codable, CaseIterable {
  /// The admin's role does not allow it.
  case role
  /// A policy of the tenant forbids it.
  case policy
  /// The object is not there.
  case notFound
  /// Another object is in the way: 409.
  case conflict
  /// Groups cannot be assigned without Entra ID P1.
  case licence
  /// Something nobody foresaw.
  case other
}

/// What shows that access works.
public enum Verification: String, Sendable, Hashable, Codable, CaseIterable {
  /// An ordinary user signed in.
  case ordinaryUser
  /// Grant, assignment setting and assignments were read afterwards; nobody has signed in yet.
  case readBack
  /// An administrator signed in, which verifies nothing.
  case administrator
}

/// How a case ends.
public enum Closing: String, Sendable, Hashable, Codable, CaseIterable {
  /// Access works, and everything lost is back or waived.
  case resolved
  /// Every gate of ours is open: the rest belongs to somebody else.
  case notOurs
  /// Somebody else goes on; what is open is listed.
  case handedOver
  /// Dropped, with the tenant as it was found.
  case abandoned
}
