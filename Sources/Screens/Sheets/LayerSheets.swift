import Entra
import Remediation
import Wording

extension Sheet {
  /// What lies over a screen.
  static func layer(_ layer: Layer, _ opened: Opened, _ view: View) -> Sheet {
    let words = opened.words
    switch layer {
    case .help: return .help(about: .walk(opened), view)
    case .leaving: return .leaving(caseName: opened.number.map { "Case \($0)" } ?? "This case")
    case .note: return .note()
    case .deviations: return .deviations(opened, view)
    case .advice(let deviation): return .advice(deviation, opened, view)
    case .message:
      return .reading(
        "Message to the customer", words.message(for: opened.matter, link: opened.consentLink))
    case .report: return .reading("Report", opened.report)
    case .command(let shell): return .command(shell, opened)
    case .readCommands(let shell):
      return .commandLines(
        "Please run the command I send you. It only reads.", opened.readCommands[shell] ?? [],
        shell,
        then: .open(.pasting))
    case .pasting: return .pasting(opened)
    case .counting: return .counting(opened, view)
    case .recheck: return .recheck(opened)
    case .review: return .review(opened)
    case .revising(let question): return .revising(question, opened)
    case .offers: return .offers(opened)
    case .listAgain: return .listAgain(opened, view)
    case .setAside: return .setAside(opened)
    case .reason(let route): return .reason(for: route, opened)
    case .waiver(let parts): return .waiver(parts, opened)
    case .lookAlike: return .lookAlike(opened)
    case .domain:
      var sheet = Sheet.tenant(opened)
      sheet.back = .close
      return sheet
    case .particulars: return .particulars(opened)
    case .particular(let particular): return .particular(particular, opened)
    case .held: return .held(opened)
    case .read: return .read(opened)
    case .outlook: return .outlook(opened)
    case .names(let remedy): return .names(by: remedy, opened)
    case .abilities: return .abilities(opened)
    case .code: return .code(opened)
    case .consents: return .consents(opened)
    case .role: return .role(opened, view)
    case .setAllAside: return .setAllAside(opened)
    }
  }

  private static func note() -> Sheet {
    var sheet = Sheet(title: "Note", back: .close)
    sheet.blocks = [.lead("What should the journal remember?")]
    sheet.entry = Entry(
      label: "Note",
      submit: { text in
        text.contains { !$0.isWhitespace }
          ? .submit([.note(text)]) : .notice("Nothing was written. Esc closes this.")
      })
    sheet.explanation = ["A note stands in the journal and the report, with the time."]
    return sheet
  }

  /// Lines to be read or copied.
  private static func reading(_ title: String, _ lines: [String]) -> Sheet {
    var sheet = Sheet(title: title, back: .close)
    sheet.blocks = lines.flatMap(blocks)
    sheet.plain = lines.joined(separator: "\n") + "\n"
    sheet.explanation = ["y copies all of it; p shows it alone, to be selected with the mouse."]
    return sheet
  }

  /// A line as it is to be read; an address is never broken where it fits.
  private static func blocks(of line: String) -> [Block] {
    let start = line.firstRange(of: "https://")?.lowerBound
    guard let start, line.hasPrefix("   Link: ") else { return [line.isEmpty ? .gap : .text(line)] }
    return [.text("   Link:"), .link(String(line[start...]))]
  }

  /// The one command for the admin, made only from a sealed one.
  private static func command(_ shell: WriteCommand.Shell, _ opened: Opened) -> Sheet {
    let words = opened.words
    guard let command = opened.command else {
      return reading("No command", ["Nothing is under way: choose an act and carry it out first."])
    }
    do throws(WriteCommand.Impossible) {
      let made = try WriteCommand(command, in: shell, with: opened.commandParticulars)
      let other: WriteCommand.Shell = shell == .powerShell ? .azureCLI : .powerShell
      var sheet = commandLines(made.say, made.lines, shell, then: .open(.pasting))
      sheet.choices.insert(
        Choice("The same for \(name(of: other))", .open(.command(other))), at: 1)
      return sheet
    } catch {
      let denial = words.denial(of: error)
      return reading("No command", [denial.why, denial.remedy])
    }
  }

  private static func commandLines(
    _ title: String, _ lines: [String], _ shell: WriteCommand.Shell, then next: Effect
  ) -> Sheet {
    var sheet = Sheet(title: "Command for \(name(of: shell))", back: .close)
    sheet.blocks = [
      .say(title), .text("y copies it, p shows it alone. Its output is pasted back."),
      .command(lines),
    ]
    sheet.choices = [Choice("Paste what it printed", next), Choice("Back", .close)]
    sheet.plain = lines.joined(separator: "\n") + "\n"
    return sheet
  }

  private static func name(of shell: WriteCommand.Shell) -> String {
    switch shell {
    case .powerShell: "PowerShell"
    case .azureCLI: "Azure CLI"
    }
  }

  /// What a command printed, pasted back as the outcome.
  private static func pasting(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Paste what it printed", back: .close)
    sheet.blocks = [
      .lead("Paste the whole output here, or type the path of a file that holds it.")
    ]
    sheet.entry = Entry(
      label: "Output", hint: "a paste shows its size first; Enter then reads it", isBulk: true,
      submit: { .request(.takeSnapshot($0)) })
    sheet.explanation = [
      "Truncated or paged output is refused, and what is missing is said.",
      "Nothing is taken in before Enter.",
    ]
    return sheet
  }

  /// Why a consent route is not tried.
  private static func reason(for route: ConsentRoute, _ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Why not this way?", back: .close)
    sheet.blocks = [.lead("\(opened.words.name(of: route)): why is it not tried?")]
    let inputs: [Saying] =
      opened.matter.prompt == .appearance
      ? [.input(.answered(.appearance, .appearance(.notTried)))]
      : [.input(.routeSetAside(route))]
    sheet.entry = Entry(
      label: "Reason",
      submit: { text in
        text.contains { !$0.isWhitespace }
          ? .submit([.particular(.routeReason(route), text)] + inputs)
          : .notice("A reason is needed: it stands in the report.")
      })
    return sheet
  }

  /// Why something lost is not put back.
  private static func waiver(_ parts: LossParts, _ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Why is it not put back?", back: .close)
    sheet.blocks = [.lead("\(opened.words.name(of: parts)): why does it stay as it is?")]
    sheet.entry = Entry(
      label: "Reason",
      submit: { text in
        text.contains { !$0.isWhitespace }
          ? .submit([
            .particular(.waiverReason(parts), text), .input(.settled(parts, .waivedOther)),
          ])
          : .notice("A reason is needed: it stands in the report.")
      })
    return sheet
  }
}
