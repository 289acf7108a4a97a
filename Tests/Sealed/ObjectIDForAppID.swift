// error: cannot convert value of type 'ObjectID' to expected argument type 'AppID'
import Entra

func isOurs(_ app: AppID) -> Bool { app.bits == 0 }

/// The article's own trap: the two ids of one application, taken for each other.
func confuses(_ object: ObjectID) -> Bool { isOurs(object) }
