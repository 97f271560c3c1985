/// CIM consignment notes: five digits and a Luhn digit (CIT consignment note manual).
///
/// The number is unique only together with country, forwarding station, carrier and date of acceptance, and TAF takes any
/// text for one. So six digits of a consignment are a CIM number only where somebody says so.
public enum CIMConsignment: IdentifierScheme {
    public static let scheme = Scheme.cim
    public static let kinds: [SubjectKind] = [.consignment]
    public static let rank = 52
    public static let speaksForItself = false
    public static let shape = "six digits (CIM consignment note)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(6) else { return nil }
        return reading(number.compact, checkDigit: CheckSums.luhn(digits.dropLast()) == digits[5] ? .ok : .bad)
    }
}

extension Scheme {
    /// CIM consignment note.
    public static let cim = Scheme(rawValue: "cim")
}
