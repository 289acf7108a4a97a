import Glibc
import Wording

extension JournalError {
  /// What happened, what it means for the case, and what to do next: a sentence each.
  public var sentences: [String] { sentences(orUnsaved: false) }

  /// The same where somebody may also go on without a journal: on the walk.
  public var walkSentences: [String] { sentences(orUnsaved: true) }

  private func sentences(orUnsaved: Bool) -> [String] {
    let end = orUnsaved ? ", or go on unsaved." : "."
    return switch self {
    case .readOnly(let path):
      [
        "\(path) may not be written.", "Nothing of this case would be kept.",
        "Set XDG_STATE_HOME to a folder that may be\(end)",
      ]
    case .unusable(let path, let number):
      [
        "\(path) can't be used: \(Self.text(of: number)).", "Nothing of this case would be kept.",
        "Set XDG_STATE_HOME to another folder\(end)",
      ]
    case .newer(let version, let known):
      [
        "The journal was written by a newer Regrant: version \(version), and this one knows \(known).",
        "It was left as it is.", "Use the newer Regrant\(end)",
      ]
    case .damaged(let path, let detail):
      [
        "The journal \(path) is damaged: \(detail).", "It was left as it is.",
        "Move it away or put a backup in its place\(end)",
      ]
    case .notAJournal(let path):
      [
        "\(path) is another program's database.", "It was left as it is.",
        "Move it away, or set XDG_STATE_HOME to another folder.",
      ]
    case .full(let path):
      [
        "The disk is full.", "The last step was not kept, and nothing was done.",
        "Make room and repeat it: \(path).",
      ]
    case .busy:
      [
        "Another program keeps the journal locked.",
        "The last step was not kept, and nothing was done.", "Repeat it in a moment.",
      ]
    case .locked(let pid):
      [
        "Another Regrant has this case open\(pid.map { ": process \($0)" } ?? "").",
        "Two at once could do things twice.", "Go on there, or end it first.",
      ]
    case .noSuchCase: ["There is no such case.", "\"regrant cases list\" shows those there are."]
    case .noSuchList: ["There is no such complete list in this case."]
    case .otherApplication(let id):
      ["The case is about another application: \(id).", "This desk's application is another."]
    case .tooLarge(let bytes):
      [
        "The text is too long: \(Quantity.grouped(bytes)) bytes.", "It was not kept.",
        "At most \(Quantity.grouped(Limit.entryBytes)) are: shorten it.",
      ]
    case .failed(let code, let message):
      [
        "The journal answered with error \(code): \(message).",
        "The last step was not kept, and nothing was done.", "Repeat it\(end)",
      ]
    }
  }

  /// What the system calls one of its errors.
  static func text(of number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }
}

extension TransferError {
  /// What is wrong with a case file, and what to do: a sentence each.
  public var sentences: [String] {
    switch self {
    case .tooLarge(let bytes):
      [
        "The file is too large: \(Quantity.grouped(bytes)) bytes.",
        "A case file has at most \(Quantity.grouped(Limit.fileBytes)).",
      ]
    case .notText(let place):
      ["The file is no text: its byte \(place + 1) is not.", "Have the case exported again."]
    case .tooDeep: ["The file is nested too deep to be a case.", "Nothing was imported."]
    case .notACase: ["The file is no case of Regrant.", "Nothing was imported."]
    case .newer(let version):
      [
        "A newer Regrant wrote the file: version \(version), and this one knows \(CaseFile.newest).",
        "Use the newer one.",
      ]
    case .unreadable(let part):
      ["This part of the case file can't be read: \(part).", "Have the case exported again."]
    case .brokenChain(let place):
      [
        "Entry \(place) of the case file is missing, damaged or changed.", "Nothing was imported.",
        "Have the case exported again.",
      ]
    case .alteredList(let list):
      [
        "List \(list) of the case file is not as it was written.", "Nothing was imported.",
        "Have the case exported again.",
      ]
    case .diverged(let number, let place):
      [
        "Case \(number) is the same case, and went on in another way after entry \(place).",
        "Two ways can't be joined: go on with one of them.",
        "To take the file's, export case \(number), delete it, and import again.",
      ]
    case .operatingSystem(let path, let number): ["\(path): \(JournalError.text(of: number))."]
    case .journal(let error): error.sentences
    }
  }
}
