// error: binary operator '==' cannot be applied to operands of type 'AppID' and 'ObjectID'
import Entra

/// Comparing the two kinds of id would always say "another application".
func compares(_ app: AppID, _ object: ObjectID) -> Bool { app == object }
