/// Landmark Global: LTN, eight digits and N1, without a check digit.
public enum Landmark: IdentifierScheme {
    public static let scheme = Scheme.landmark
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "LTN, eight digits and N1 (Landmark Global)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.compact.utf8
        guard text.count == 13, text.starts(with: "LTN".utf8), text.suffix(2).elementsEqual("N1".utf8),
            text.dropFirst(3).prefix(8).allSatisfy(NumberText.isDigit)
        else { return nil }
        return reading(number.compact)
    }
}

extension Scheme {
    /// Landmark Global parcel.
    public static let landmark = Scheme(rawValue: "landmark")
}
