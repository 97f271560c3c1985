/// Stations by the numbers of the UIC (ENEE): two digits of the country, five of the station, and sometimes a Luhn digit
/// over those five.
///
/// The seven digits of Express-3 on the 1520 mm railways have the same form.
public enum UICStation: ReferenceScheme {
    public static let scheme = Scheme.uicStation
    public static let names = NamedKind.place
    public static let rank = 55
    public static let shape = "seven digits, or eight with the check digit, the first two a UIC country (station)"

    public static func read(_ number: NumberText) -> CheckedCode? {
        guard let digits = number.digits(7...8), UICCountries.country(digits.prefix(2).value) != nil else { return nil }
        guard digits.count == 8 else { return CheckedCode(number.compact, checkDigit: .none) }
        return CheckedCode(number.compact, checkDigit: CheckSums.luhn(digits[2..<7]) == digits[7] ? .ok : .bad)
    }

    public static func notes(on code: String) -> [String] {
        Int(code.prefix(2)).flatMap(UICCountries.country).map { ["in \($0)"] } ?? []
    }
}

extension Scheme {
    /// Station by its UIC number.
    public static let uicStation = Scheme(rawValue: "uic-station")
}
