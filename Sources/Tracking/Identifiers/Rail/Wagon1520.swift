/// Wagons of the 1520 mm gauge: eight digits, the last by Luhn.
///
/// One date in ten passes the check, so eight digits are a wagon only where the kind is known to be one; then they are,
/// whatever the check digit says, as with `UICWagon`.
public enum Wagon1520: IdentifierScheme {
    public static let scheme = Scheme.wagon1520
    public static let kinds: [SubjectKind] = [.wagon]
    public static let rank = 50
    public static let shape = "eight digits (wagon of the 1520 mm gauge)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(8) else { return nil }
        return reading(number.compact, checkDigit: CheckSums.luhn(digits.dropLast()) == digits[7] ? .ok : .bad)
    }
}

extension Scheme {
    /// Wagon of the 1520 mm gauge.
    public static let wagon1520 = Scheme(rawValue: "wagon-1520")
}
