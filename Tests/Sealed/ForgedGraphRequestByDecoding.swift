// error: global function 'read(_:from:)' requires that 'GraphRequest' conform to 'Decodable'
import Graph

func read<Value: Decodable>(_ type: Value.Type, from decoder: any Decoder) throws -> Value {
  try type.init(from: decoder)
}

/// No file, paste or reply becomes a request.
func reads(from decoder: any Decoder) throws -> GraphRequest {
  try read(GraphRequest.self, from: decoder)
}
