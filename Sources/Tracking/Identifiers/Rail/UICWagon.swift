/// Wagons of the 1435 mm gauge, and everything with a European Vehicle Number: twelve digits, the last by Luhn
/// (UIC 438, ERA TAF `WagonNumberFreight`).
///
/// Where the kind is known to be a wagon, twelve digits are one whatever the check digit says: how a number is stored
/// must not hang on a misread digit. A 1520 mm wagon has another number here by OSJD/UIC leaflet 402; neither is derived
/// from the other.
public enum UICWagon: IdentifierScheme {
    public static let scheme = Scheme.uicWagon
    public static let kinds: [SubjectKind] = [.wagon]
    public static let rank = 42
    public static let shape = "twelve digits, such as 33 56 0800 075-8 (UIC wagon, EVN)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(12) else { return nil }
        return reading(number.compact, checkDigit: CheckSums.luhn(digits.dropLast()) == digits[11] ? .ok : .bad)
    }

    public static func notes(on code: String) -> [String] {
        guard let digits = NumberText.digits(code.utf8[...], 12...12) else { return [] }
        let number = digits[2..<4].value
        guard let country = UICCountries.country(number) else { return ["\(number) is no country's code"] }
        return ["registered in \(country)"]
    }
}

extension Scheme {
    /// Wagon by its twelve digits.
    public static let uicWagon = Scheme(rawValue: "uic-wagon")
}
