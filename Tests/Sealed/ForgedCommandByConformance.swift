// error: extension outside of file declaring struct 'Command' prevents automatic synthesis
import Remediation

/// The compiler writes no initialiser for a stranger.
extension Command: Decodable {}
