@main enum Regrant { static func main() {} }
