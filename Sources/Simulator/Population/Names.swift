/// The names that made-up people are put together from.
enum Names {
  /// A name as it is shown, and as an address spells it.
  struct Name: Sendable {
    let shown: String
    let address: String

    init(_ shown: String, _ address: String? = nil) {
      (self.shown, self.address) = (shown, address ?? shown.lowercased())
    }
  }

  static let given: [Name] = [
    Name("Anna"), Name("Åsa", "asa"), Name("Ben"), Name("Chloé", "chloe"), Name("Daniel"),
    Name("Elif"), Name("Fatima"), Name("Giulia"), Name("Hannu"), Name("Ingrid"),
    Name("José", "jose"), Name("Kaisa"), Name("Łukasz", "lukasz"), Name("Mika"),
    Name("Nguyễn", "nguyen"), Name("Olli"), Name("Päivi", "paivi"), Name("Quentin"),
    Name("Renée", "renee"), Name("Sami"), Name("Tove"), Name("Ümit", "umit"), Name("Veera"),
    Name("Wen"), Name("Ximena"), Name("Yusuf"), Name("Zoë", "zoe"), Name("明", "ming"),
    Name("Дарья", "darya"), Name("Ελένη", "eleni"), Name("ليلى", "layla"), Name("नेहा", "neha"),
  ]

  static let family: [Name] = [
    Name("Virtanen"), Name("Östman", "ostman"), Name("Korhonen"), Name("Nieminen"),
    Name("Mäkelä", "makela"), Name("Laine"), Name("Andersson"), Name("Berg"),
    Name("Ćosić", "cosic"), Name("D'Angelo", "dangelo"), Name("Eriksson"), Name("Fischer"),
    Name("García", "garcia"), Name("Hakala"), Name("Ibrahim"), Name("Jensen"), Name("Kowalski"),
    Name("Lindqvist"), Name("Müller", "muller"), Name("Novák", "novak"), Name("O'Brien", "obrien"),
    Name("Peltonen"), Name("Quist"), Name("Rossi"), Name("Sørensen", "sorensen"),
    Name("Tanaka"), Name("Uusitalo"), Name("van der Meer", "vandermeer"), Name("Wójcik", "wojcik"),
    Name("Yılmaz", "yilmaz"), Name("Žukauskas", "zukauskas"), Name("李", "li"),
  ]

  static let departments = [
    "Finance", "Sales", "Engineering", "Human Resources", "Legal", "Marketing", "Operations",
    "Procurement", "Research", "Säädöstyö", "Support", "IT",
  ]

  /// Names made to trip a screen, a report or a log.
  static let hostile: [String] = [
    "\u{1B}[2J\u{1B}[HAdministrator", "\u{202E}nimdA labolG\u{202C}", "Anna\u{0}Virtanen",
    "Anna Virtanen", "Anna  Virtanen", "Аnna Virtanen", "Anna Virtanen\u{200B}",
    "👨‍👩‍👧‍👦 Family 👩🏽‍🚒", "a\r\nGlobal Administrator: yes", "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>", "x" + String(repeating: "ö", count: 299),
    "Z\u{335}\u{35C}a\u{337}\u{489}l\u{334}\u{489}g\u{489}o", "\u{1B}]52;c;cm0gLXJm\u{7}Clip",
    "', '') or 1 eq 1 --", "\u{2066}Kaisa\u{2069} Berg",
  ]
}
