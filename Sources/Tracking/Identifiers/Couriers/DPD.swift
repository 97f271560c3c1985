/// DPD: fourteen digits of the parcel, or twenty-seven with destination, service and country, and a check character by
/// ISO/IEC 7064 MOD 37,36.
public enum DPD: IdentifierScheme {
    public static let scheme = Scheme.dpd
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 46
    public static let speaksForItself = false
    public static let shape = "fourteen or twenty-seven digits and a check character (DPD)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.compact.utf8
        guard text.count == 15 || text.count == 28, let last = text.last, NumberText.isLetterOrDigit(last),
            text.dropLast().allSatisfy(NumberText.isDigit)
        else { return nil }
        return reading(number.compact, checkDigit: CheckSums.mod37And36(text.dropLast()) == last ? .ok : .bad)
    }

    public static func notes(on code: String) -> [String] {
        code.utf8.count == 28 ? ["parcel \(code.dropFirst(7).prefix(14))"] : []
    }
}

extension Scheme {
    /// DPD parcel number.
    public static let dpd = Scheme(rawValue: "dpd")
}
