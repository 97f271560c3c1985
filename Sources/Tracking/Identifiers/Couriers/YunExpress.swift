/// YunExpress parcels: YT and sixteen digits, without a check digit.
public enum YunExpress: IdentifierScheme {
    public static let scheme = Scheme.yunexpress
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "YT and sixteen digits (YunExpress)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        var position = 0
        for byte in number.compact.utf8 {
            switch (position, byte) {
            case (0, UInt8(ascii: "Y")), (1, UInt8(ascii: "T")): break
            case (2..<18, UInt8(ascii: "0")...UInt8(ascii: "9")): break
            default: return nil
            }
            position += 1
        }
        guard position == 18 else { return nil }
        return IdentifierReading(Subject(.parcel, scheme, number.compact), checkDigit: .none)
    }
}

extension Scheme {
    /// YunExpress parcel number.
    public static let yunexpress = Scheme(rawValue: "yunexpress")
}
