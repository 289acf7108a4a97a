// compiles
import Entra

// What the other files try to get around, used as it is meant.
func application(_ app: AppID, isNamedAs other: AppID) -> Bool { app == other }

let application = AppID("aaaaaaaa-1111-4222-8333-444444444444")
let object = ObjectID("bbbbbbbb-1111-4222-8333-444444444444")
