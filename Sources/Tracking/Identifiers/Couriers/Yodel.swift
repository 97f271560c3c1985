/// Yodel: JD or JJD and sixteen digits, without a check digit.
///
/// Other couriers begin so too, with other lengths; so it is not taken for one unasked.
public enum Yodel: IdentifierScheme {
    public static let scheme = Scheme.yodel
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 20
    public static let speaksForItself = false
    public static let shape = "JD or JJD and sixteen digits (Yodel)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let digits = number.digits(after: "JD", 16) ?? number.digits(after: "JJD", 16)
        return digits == nil ? nil : reading(number.compact)
    }
}

extension Scheme {
    /// Yodel parcel.
    public static let yodel = Scheme(rawValue: "yodel")
}
