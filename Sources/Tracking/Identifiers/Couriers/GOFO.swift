/// GOFO Express in the USA: GFUS and fourteen digits, without a check digit.
public enum GOFO: IdentifierScheme {
    public static let scheme = Scheme.gofo
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "GFUS and fourteen digits (GOFO Express)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        number.digits(after: "GFUS", 14) == nil ? nil : reading(number.compact)
    }
}

extension Scheme {
    /// GOFO Express parcel.
    public static let gofo = Scheme(rawValue: "gofo")
}
