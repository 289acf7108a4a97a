import CVterm

/// The window behind the pseudo terminal: libvterm, and what it doesn't keep.
final class Emulator {
  /// What libvterm tells us as it goes; a class, because its callbacks hold a pointer to it.
  private final class Report {
    var isCursorVisible = true
    var isAlternate = false
    var title = ""
    var bells = 0
    var commands: [String] = []
    var replies: [UInt8] = []
  }

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let report = Report()
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let fallbacks: UnsafeMutablePointer<VTermParserCallbacks>
  private var scanner = ModeScanner()
  private var held: [UInt8] = []

  /// A window of a size; nil when there is no memory for it.
  init?(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { return nil }
    (self.terminal, self.screen) = (terminal, screen)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: Self.screenCallbacks)
    fallbacks = .allocate(capacity: 1)
    fallbacks.initialize(to: Self.parserFallbacks)
    let me = Unmanaged.passUnretained(report).toOpaque()
    vterm_set_utf8(terminal, 1)
    vterm_output_set_callback(
      terminal,
      { bytes, count, user in
        guard let bytes, let report = Emulator.report(user) else { return }
        let raw = UnsafeRawBufferPointer(start: bytes, count: count)
        report.replies.append(contentsOf: raw)
      }, me)
    vterm_screen_set_callbacks(screen, callbacks, me)
    vterm_screen_set_unrecognised_fallbacks(screen, fallbacks, me)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    fallbacks.deallocate()
  }

  /// What the program wrote.
  ///
  /// A character whose bytes come apart is held until it is whole: this libvterm loses it.
  func feed(_ bytes: [UInt8]) {
    scanner.feed(bytes)
    let all = held + bytes
    let whole = all.count - Self.incompleteTail(all)
    held = Array(all[whole...])
    all[..<whole].withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress else { return }
      _ = vterm_input_write(terminal, base, raw.count)
    }
    vterm_screen_flush_damage(screen)
  }

  /// How many bytes at the end begin a character of UTF-8 and don't end it.
  private static func incompleteTail(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xc0 == 0x80 { continue }
      let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  /// What a real terminal would answer to what was fed since the last call: empty, if not asked.
  func takeReplies() -> [UInt8] {
    defer { report.replies = [] }
    return report.replies
  }

  func resize(columns: Int, rows: Int) { vterm_set_size(terminal, Int32(rows), Int32(columns)) }

  /// The window now.
  func snapshot() -> Screen {
    var (rows, columns): (Int32, Int32) = (0, 0)
    vterm_get_size(terminal, &rows, &columns)
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return Screen(
      cells: (0..<rows).map { row in cells(row: row, columns: columns) },
      cursorRow: Int(position.row), cursorColumn: Int(position.col),
      isCursorVisible: report.isCursorVisible, isAlternate: report.isAlternate,
      modes: scanner.modes, title: report.title, bells: report.bells,
      operatingSystemCommands: report.commands)
  }

  private func cells(row: Int32, columns: Int32) -> [Screen.Cell] {
    var behindWide = false
    return (0..<columns).map { column in
      var cell = VTermScreenCell()
      _ = vterm_screen_get_cell(screen, VTermPos(row: row, col: column), &cell)
      var seen = Screen.Cell()
      seen.text = behindWide ? "" : Self.text(cell)
      seen.width = Int(cell.width)
      seen.isBold = cell.attrs.bold != 0
      seen.isUnderlined = cell.attrs.underline != 0
      seen.isReversed = cell.attrs.reverse != 0
      seen.foreground = Self.color(cell.fg, standard: VTERM_COLOR_DEFAULT_FG)
      seen.background = Self.color(cell.bg, standard: VTERM_COLOR_DEFAULT_BG)
      behindWide = cell.width > 1
      return seen
    }
  }

  private static func text(_ cell: VTermScreenCell) -> String {
    withUnsafeBytes(of: cell.chars) { raw in
      let scalars = raw.bindMemory(to: UInt32.self).prefix { $0 != 0 }
      guard !scalars.isEmpty else { return " " }
      return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
  }

  private static func color(_ color: VTermColor, standard: VTermColorType) -> Screen.Color {
    if UInt32(color.type) & standard.rawValue != 0 { return .standard }
    if UInt32(color.type) & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      return .indexed(Int(color.indexed.idx))
    }
    return .rgb(Int(color.rgb.red), Int(color.rgb.green), Int(color.rgb.blue))
  }

  private static func report(_ user: UnsafeMutableRawPointer?) -> Report? {
    user.map { Unmanaged<Report>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var screenCallbacks: VTermScreenCallbacks {
    var callbacks = VTermScreenCallbacks()
    callbacks.settermprop = { property, value, user in
      guard let value = value?.pointee, let report = Emulator.report(user) else { return 1 }
      switch property {
      case VTERM_PROP_CURSORVISIBLE: report.isCursorVisible = value.boolean != 0
      case VTERM_PROP_ALTSCREEN: report.isAlternate = value.boolean != 0
      case VTERM_PROP_TITLE: report.title = value.string.map { String(cString: $0) } ?? ""
      default: break
      }
      return 1
    }
    callbacks.bell = { user in
      Emulator.report(user)?.bells += 1
      return 1
    }
    return callbacks
  }

  private static var parserFallbacks: VTermParserCallbacks {
    var fallbacks = VTermParserCallbacks()
    fallbacks.osc = { bytes, count, user in
      guard let bytes, let report = Emulator.report(user) else { return 1 }
      let raw = UnsafeRawBufferPointer(start: bytes, count: count)
      report.commands.append(String(decoding: raw, as: UTF8.self))
      return 1
    }
    return fallbacks
  }
}
