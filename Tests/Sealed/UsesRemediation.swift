// compiles
import Entra
import Remediation

// The one way to a command, so that the other files fail for what they try.
func commands(of opened: inout Case, for input: Input) throws(Refusal) -> [Command] {
  try opened.handle(input)
}

func described(_ command: Command) -> (CommandID, CaseID, Order, AppID, DomainName?) {
  (command.id, command.caseID, command.order, command.application, command.tenant)
}
