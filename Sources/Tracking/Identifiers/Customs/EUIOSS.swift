/// Registrations for the EU's import one-stop shop: IM, the member state in three digits (ISO 3166-1 numeric) and seven
/// digits.
///
/// The rule of the last digit is not published, so nothing is checked but the state.
public enum EUIOSS: ReferenceScheme {
    public static let scheme = Scheme.euIOSS
    public static let names = NamedKind.taxRegistration
    public static let rank = 20
    public static let shape = "IM and ten digits, the first three a member state (EU IOSS)"

    public static func read(_ number: NumberText) -> CheckedCode? {
        guard let digits = number.digits(after: "IM", 10), states[digits.prefix(3).value] != nil else { return nil }
        return CheckedCode(number.compact, checkDigit: .none)
    }

    public static func notes(on code: String) -> [String] {
        Int(code.dropFirst(2).prefix(3)).flatMap { states[$0] }.map { ["registered in \($0)"] } ?? []
    }

    private static let states: [Int: String] = [
        40: "AT", 56: "BE", 100: "BG", 191: "HR", 196: "CY", 203: "CZ", 208: "DK", 233: "EE", 246: "FI", 250: "FR",
        276: "DE", 300: "GR", 348: "HU", 372: "IE", 380: "IT", 428: "LV", 440: "LT", 442: "LU", 470: "MT", 528: "NL",
        616: "PL", 620: "PT", 642: "RO", 703: "SK", 705: "SI", 724: "ES", 752: "SE", 900: "XI",
    ]
}

extension Scheme {
    /// Registration for the EU's import one-stop shop.
    public static let euIOSS = Scheme(rawValue: "eu-ioss")
}
