// error: extension outside of file declaring struct 'GraphRequest' prevents automatic synthesis
import Graph

/// The compiler writes no initialiser for a stranger.
extension GraphRequest: Decodable {}
