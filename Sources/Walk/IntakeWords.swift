import Entra
public import Execution
import Graph
import Remediation
public import Wording

extension Words {
  /// What is wrong with what was given, a line each, with line and column where there are some.
  public func lines(_ failure: IntakeFailure) -> [String] {
    switch failure {
    case .file(let failure): [line(failure)]
    case .list(let refusal):
      refusal.problems.map {
        "Line \($0.place.line), column \($0.place.column): \(sentence($0.reason))"
      } + (refusal.more > 0 ? ["And \(refusal.more) more."] : [])
    case .snapshot(let shortcomings): shortcomings.map { sentence($0) }
    case .unclear(let said):
      ["Nobody can tell from this how it ended. Look in the portal, then say it."] + said.prefix(5)
    case .stopped: ["You stopped it before it was read to its end."]
    case .hindered(let hindrance): [line(hindrance)]
    }
  }

  /// Why something was not taken, in one line.
  func line(_ hindrance: Hindrance) -> String {
    switch hindrance {
    case .refused(let refusal):
      let denial = denial(of: refusal)
      return "\(denial.why) \(denial.remedy)"
    case .unremembered(let error): return line(error)
    }
  }

  private func line(_ failure: IncomingFile.Failure) -> String {
    switch failure {
    case .missing(let path): "There is no file at \(path)."
    case .notAFile(let path): "\(path) is not a file that can be read."
    case .tooLarge(let path, let bytes):
      "\(path) has \(bytes / 1_000_000) MB; at most 10 MB are read."
    case .unreadable(let path, let because): "\(path) can't be read: \(because)."
    }
  }

  private func sentence(_ reason: ListRefusal.Reason) -> String {
    switch reason {
    case .text(let reason): sentence(reason)
    case .empty: "nobody is on the list."
    case .noPrincipalColumn: "no column says who: name one userPrincipalName, id or displayName."
    case .headerNeeded: "several columns without a heading; name the columns in the first line."
    case .unclosedQuote: "a quotation mark opens here, and none closes it."
    case .textAfterQuote: "something follows the closing quotation mark."
    case .strayQuote: "a quotation mark inside a field that does not begin with one."
    case .tooManyFields(let columns): "more fields than the \(columns) of the heading."
    case .nobody: "the line names nobody."
    case .notAnObjectID(let text): "\"\(text.safe)\" is no object ID."
    case .notAUserPrincipalName(let text): "\"\(text.safe)\" is no user principal name."
    case .unknownKind(let text): "\"\(text.safe)\" is neither user, group nor service principal."
    case .lineBreak: "a line break inside a name; a quotation mark is missing."
    case .tooLong(let characters): "a name of \(characters) characters; 256 are the most."
    case .mixed(let text): "put commas between the entries of \"\(text.safe)\"."
    }
  }

  private func sentence(_ reason: TextRefusal.Reason) -> String {
    switch reason {
    case .tooLarge(let bytes): "\(bytes / 1_000_000) MB are too many; at most 10 MB are read."
    case .notUTF8: "this is not UTF-8; save it as UTF-8."
    case .notUTF16: "this says it is UTF-16, and is not; save it as UTF-8."
    case .nul: "there is a NUL here: this is no text."
    }
  }

  private func sentence(_ shortcoming: Shortcoming) -> String {
    switch shortcoming {
    case .text(let refusal):
      refusal.places.first.map {
        "Line \($0.line), column \($0.column): \(sentence(refusal.reason))"
      } ?? sentence(refusal.reason)
    case .noAnswer: "There is no output of the command in it. Copy what stands below the command."
    case .curlyQuotes: "A chat or mail program changed its quotation marks. Send it as a file."
    case .truncated(let line):
      "Line \(line): it ends too early. Copy it whole, or send it as a file."
    case .elided(let line): "Line \(line): the shell left something out (\"...\")."
    case .flattened: "The shell cut what was nested too deep. Use the command as it stands."
    case .damaged(let line): "Line \(line): from here on it is damaged."
    case .tooDeep(let line): "Line \(line): nested deeper than anything Graph sends."
    case .repeatedField(let field, let line): "Line \(line): \"\(field.safe)\" stands there twice."
    case .brokenText(let field, let line):
      "Line \(line): the terminal broke the text of \"\(field.safe)\". Send it as a file."
    case .otherVersion(let line): "Line \(line): printed by another command than the one shown."
    case .refused(let error): "Graph refused: \(error.message.isEmpty ? error.code : error.message)"
    case .servicePrincipalMissing: "\(profile.name) is not in this tenant, or not any more."
    case .propertiesMissing: "The application's properties are missing."
    case .unreadableProperty(let name): "The property \"\(name.safe)\" can't be understood."
    case .fieldsMissing(let fields):
      "Properties are missing: \(fields.map(\.rawValue).joined(separator: ", "))."
    case .wrongApplication(_, let name): "This is another application: \(name.safe)."
    case .severalServicePrincipals: "It shows several applications, or one at different times."
    case .missing, .nextLinkLeft, .countMissing, .countDiffers, .pastedTwice, .unreadableRow,
      .rowOfAnother, .listOfAnother, .looseRows, .unclearList, .more:
      sentence(ofList: shortcoming)
    }
  }

  private func sentence(ofList shortcoming: Shortcoming) -> String {
    switch shortcoming {
    case .missing(let set): "The \(name(set)) are missing."
    case .nextLinkLeft(let set): "There are more \(name(set)) than these: the next page is missing."
    case .countMissing(let set): "How many \(name(set)) there are is missing."
    case .countDiffers(let set, let rows, let count):
      "\(rows) of \(count) \(name(set)) are here. The others are missing."
    case .pastedTwice(let set): "The \(name(set)) are here twice, and differ. Run it once more."
    case .unreadableRow(let set, let number, let field):
      "Number \(number) of the \(name(set)) can't be understood: \(field.safe)"
    case .rowOfAnother(let set, let number):
      "Number \(number) of the \(name(set)) belongs to another application."
    case .listOfAnother(let set): "The \(name(set)) are another application's."
    case .looseRows(let line): "Line \(line): entries without the answer around them."
    case .unclearList(let line): "Line \(line): nothing tells what is listed here."
    case .more(let count): "And \(count) more."
    default: ""
    }
  }

  private func name(_ set: SnapshotSet) -> String {
    switch set {
    case .assignments: "assignments"
    case .grants: "consents"
    case .permissions: "application permissions"
    case .owners: "owners"
    }
  }
}
