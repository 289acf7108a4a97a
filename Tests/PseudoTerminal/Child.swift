import CVterm
import Glibc

/// A program started in a session of its own on a terminal, and the news of it on a descriptor.
struct Child {
  let id: pid_t
  /// Readable when the child stopped, went on or ended: four bytes of wait status each.
  let news: Int32

  /// Starts a program whose controlling terminal, input, output and errors are the named terminal.
  init(
    executable: String, arguments: [String], environment: [String: String], terminal: String
  ) throws(PseudoTerminalFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which needs a feature macro
    let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    words.append(nil)
    variables.append(nil)
    defer { for pointer in words + variables { free(pointer) } }

    var id: pid_t = 0
    let problem = posix_spawn(&id, executable, &actions, &attributes, words, variables)
    guard problem == 0 else {
      throw PseudoTerminalFailure(
        "\(executable) doesn't start: \(String(cString: strerror(problem)))")
    }
    guard let news = Self.watch(id) else {
      kill(id, SIGKILL)
      throw PseudoTerminalFailure("no pipe or thread to watch \(executable)")
    }
    (self.id, self.news) = (id, news)
  }

  /// A thread that waits for the child, so that its end can be waited for beside its output.
  private static func watch(_ id: pid_t) -> Int32? {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
    // Both numbers fit the one pointer that a thread is started with.
    let packed = UnsafeMutableRawPointer(bitPattern: UInt(id) << 32 | UInt(ends[1]))
    var thread = pthread_t()
    let problem = pthread_create(
      &thread, nil,
      { packed in
        let bits = UInt(bitPattern: packed)
        Child.report(pid_t(bits >> 32), to: Int32(bits & 0xffff_ffff))
        return nil
      }, packed)
    guard problem == 0 else { return nil }
    pthread_detach(thread)
    return ends[0]
  }

  private static func report(_ id: pid_t, to descriptor: Int32) {
    // Nobody may be listening any more; that mustn't end the tests by SIGPIPE.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_SETMASK, &signals, nil)
    let continued: Int32 = 8  // WCONTINUED
    var status: Int32 = 0
    while true {
      let got = waitpid(id, &status, WUNTRACED | continued)
      if got < 0 && errno == EINTR { continue }
      guard got == id else { break }
      write(descriptor, &status, MemoryLayout<Int32>.size)
      if WaitStatus(status).ending != nil { break }
    }
    close(descriptor)
  }
}

/// A wait status, taken apart.
struct WaitStatus {
  private let bits: Int32
  init(_ bits: Int32) { self.bits = bits }

  var isStop: Bool { bits & 0xff == 0x7f }
  var isContinuation: Bool { bits == 0xffff }
  var ending: Ending? {
    if isStop || isContinuation { return nil }
    return bits & 0x7f == 0 ? .exited((bits >> 8) & 0xff) : .signaled(bits & 0x7f)
  }
}
