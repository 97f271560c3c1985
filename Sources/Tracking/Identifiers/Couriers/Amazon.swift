/// Amazon: TBA, TBC or TBM and twelve digits; abroad A, C or F and ten digits. Neither has a check digit.
///
/// The second form is also that of others, so it is not taken for one unasked.
public enum Amazon: IdentifierScheme {
    public static let scheme = Scheme.amazon
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "TBA, TBC or TBM and twelve digits, or A, C or F and ten digits (Amazon)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.compact.utf8
        let isOurs =
            switch text.count {
            case 15: ["TBA", "TBC", "TBM"].contains { number.digits(after: $0, 12) != nil }
            case 11: ["A", "C", "F"].contains { number.digits(after: $0, 10) != nil }
            default: false
            }
        return isOurs ? reading(number.compact) : nil
    }

    public static func rank(of code: String) -> Int { code.hasPrefix("TB") ? rank : 55 }

    public static func recognises(_ reading: IdentifierReading) -> Bool { reading.subject.code.hasPrefix("TB") }
}

extension Scheme {
    /// Amazon parcel.
    public static let amazon = Scheme(rawValue: "amazon")
}
