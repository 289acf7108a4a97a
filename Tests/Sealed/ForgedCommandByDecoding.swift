// error: global function 'read(_:from:)' requires that 'Command' conform to 'Decodable'
import Remediation

func read<Value: Decodable>(_ type: Value.Type, from decoder: any Decoder) throws -> Value {
  try type.init(from: decoder)
}

/// No file, paste or reply becomes a command.
func reads(from decoder: any Decoder) throws -> Command { try read(Command.self, from: decoder) }
