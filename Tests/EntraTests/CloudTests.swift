import Entra
import Testing

@Suite("A cloud")
struct CloudTests {
  @Test("is told by its hosts", arguments: Cloud.allCases)
  func hosts(_ cloud: Cloud) {
    // The Department of Defense shares the sign-in and portal hosts of L4.
    let told: Cloud = cloud == .dod ? .usGovernment : cloud
    #expect(Cloud(loginHost: cloud.loginHost.uppercased()) == told)
    #expect(Cloud(portalHost: cloud.portalHost.uppercased()) == told)
  }

  @Test("has a Graph of its own") func graph() {
    #expect(Set(Cloud.allCases.map(\.graphHost)).count == Cloud.allCases.count)
  }

  @Test(
    "is not told by another's host",
    arguments: [
      "", "example.com", "login.microsoftonline.com.example", "graph.microsoft.com",
      "evil-login.microsoftonline.com",
    ])
  func strangers(_ host: String) {
    #expect(Cloud(loginHost: host) == nil)
    #expect(Cloud(portalHost: host) == nil)
  }

  @Test("is told by its former sign-in host") func formerHost() {
    #expect(Cloud(loginHost: "login.chinacloudapi.cn") == .china)
    #expect(Cloud(loginHost: "login.windows.net") == .global)
  }
}
