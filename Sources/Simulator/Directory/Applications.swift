import Entra

/// The service principals of the tenant, alive and deleted.
struct Applications: Sendable {
  private var byID: [ObjectID: InstalledApplication] = [:]
  private var living: [AppID: ObjectID] = [:]
  private var order: [ObjectID] = []

  var next: Int { order.count + 1 }
  var all: [InstalledApplication] { order.compactMap { byID[$0] } }
  var alive: [InstalledApplication] { all.filter { $0.deleted == nil } }
  var deleted: [InstalledApplication] { all.filter { $0.deleted != nil } }

  subscript(id: ObjectID) -> InstalledApplication? {
    get { byID[id] }
    set {
      if let newValue, byID[id] == nil { order.append(newValue.id) }
      if let old = byID[id], living[old.appID] == id { living[old.appID] = nil }
      byID[id] = newValue
      if let newValue, newValue.deleted == nil { living[newValue.appID] = id }
    }
  }

  func alive(_ id: ObjectID) -> InstalledApplication? {
    byID[id].flatMap { $0.deleted == nil ? $0 : nil }
  }

  func alive(_ application: AppID) -> InstalledApplication? {
    living[application].flatMap(alive)
  }
}
