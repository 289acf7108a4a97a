import Cells
import Glibc
import Terminal

/// A program with nothing but a terminal: what the real one does to a line, without its house.
///
/// Keys: arrows move, `q` leaves; a letter of `Probe.act` provokes what its test is about.
@main struct TerminalProbe {
  static func main() throws {
    var options = CursesTerminal.Options()
    for argument in CommandLine.arguments.dropFirst() {
      switch argument {
      case "--ascii": options.isASCII = true
      case "--color=always": options.color = .always
      case "--color=never": options.color = .never
      case "--keys-from-terminal": options.input = .controllingTerminal
      default: options.errorLog = argument
      }
    }
    let terminal: CursesTerminal
    do throws(TerminalError) {
      terminal = try CursesTerminal(options: options)
    } catch {
      Probe.complain("\(error)")
      exit(69)
    }
    var probe = Probe()
    while let event = probe.next(terminal) { probe.react(to: event, terminal) }
    if let mishap = probe.mishap { throw mishap }
    terminal.close()
    terminal.say("bye: \(probe.presses) keys, row \(probe.selected)")
  }
}
