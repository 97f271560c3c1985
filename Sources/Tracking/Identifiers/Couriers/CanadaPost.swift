/// Canada Post: sixteen digits, the last by the rule of GS1.
public enum CanadaPost: IdentifierScheme {
    public static let scheme = Scheme.canadaPost
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 50
    public static let speaksForItself = false
    public static let shape = "sixteen digits (Canada Post)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(16) else { return nil }
        return reading(number.compact, checkDigit: CheckSums.gs1(digits.dropLast()) == digits[15] ? .ok : .bad)
    }
}

extension Scheme {
    /// Parcel of Canada Post.
    public static let canadaPost = Scheme(rawValue: "canada-post")
}
