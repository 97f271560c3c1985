/// CIM consignment notes: five digits and a Luhn digit (CIT consignment note manual), alone or in the control label
/// (TAF TSI, `ControlLabel`).
///
/// The number is unique only together with country, forwarding station, carrier and date of acceptance, and TAF takes any
/// text for one. So six digits of a consignment are a CIM number only where somebody says so; the whole label is written
/// `80-12345-2180-702688-20261120`, and is another subject than the number alone, which many notes have.
public enum CIMConsignment: IdentifierScheme {
    public static let scheme = Scheme.cim
    public static let kinds: [SubjectKind] = [.consignment]
    public static let rank = 52
    public static let speaksForItself = false
    public static let shape = "six digits (CIM consignment note), or its label such as 80-12345-2180-702688-20261120"

    /// The longest number in a label.
    private static let longestNumber = 20

    public static func read(_ number: NumberText) -> IdentifierReading? {
        if let digits = number.digits(6) { return reading(number.compact, checkDigit: checkDigit(of: digits)) }
        return label(number)
    }

    private static func checkDigit(of digits: [UInt8]) -> CheckDigit {
        CheckSums.luhn(digits.dropLast()) == digits[5] ? .ok : .bad
    }

    /// Country, station, carrier, number, day. A number that is not six digits has no check digit.
    private static func label(_ number: NumberText) -> IdentifierReading? {
        let parts = number.text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 5, let country = NumberText.digits(parts[0], 2...2),
            UICCountries.country(country.value) != nil, NumberText.digits(parts[1], 1...5) != nil,
            parts[2].count == 4, parts[2].allSatisfy(NumberText.isLetterOrDigit),
            (1...longestNumber).contains(parts[3].count), parts[3].allSatisfy(NumberText.isLetterOrDigit),
            let day = NumberText.digits(parts[4], 8...8)?.value,
            CivilDate(year: day / 10_000, month: day / 100 % 100, day: day % 100) != nil
        else { return nil }
        let station = String(repeating: "0", count: 5 - parts[1].count) + String(Substring(parts[1]))
        let rest = parts[2...].map { String(Substring($0)) }
        let note = NumberText.digits(parts[3], 6...6)
        return reading(
            ([String(Substring(parts[0])), station] + rest).joined(separator: "-"),
            checkDigit: note.map(checkDigit) ?? .none)
    }
}

extension Scheme {
    /// CIM consignment note.
    public static let cim = Scheme(rawValue: "cim")
}
