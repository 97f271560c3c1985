/// Stations of the 1520 mm railways (ESR, Tariff Guide 4): five digits and a check digit.
///
/// A code is text: leading zeros belong to it. Some thirty printed codes and the placeholders of third countries do not
/// satisfy the check, so a bad one is a warning. The district at the front is the network's, not the country's.
public enum ESRStation: ReferenceScheme {
    public static let scheme = Scheme.esr
    public static let names = NamedKind.place
    public static let rank = 50
    public static let shape = "six digits with their leading zeros (ESR station of the 1520 mm railways)"

    public static func read(_ number: NumberText) -> CheckedCode? {
        guard let digits = number.digits(6) else { return nil }
        return CheckedCode(number.compact, checkDigit: checkDigit(of: digits.dropLast()) == digits[5] ? .ok : .bad)
    }

    /// Five digits may lack the check digit, or a leading zero that a spreadsheet took away.
    public static func corrections(of number: NumberText) -> [String] {
        guard let digits = number.digits(5) else { return [] }
        var codes = [number.compact + "\(checkDigit(of: digits))"]
        if checkDigit(of: [0] + digits.dropLast()) == digits[4] { codes.append("0" + number.compact) }
        return codes
    }

    /// Weights from 1, modulo 11; where that gives 10, weights from 3; where that gives 10 again, 0.
    private static func checkDigit(of digits: some Collection<UInt8>) -> UInt8 {
        for first in [1, 3] {
            let sum = digits.enumerated().reduce(0) { $0 + (first + $1.offset) * Int($1.element) }
            if sum % 11 < 10 { return UInt8(sum % 11) }
        }
        return 0
    }
}

extension Scheme {
    /// Station of the 1520 mm railways.
    public static let esr = Scheme(rawValue: "esr")
}
