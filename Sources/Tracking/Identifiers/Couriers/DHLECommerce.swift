/// DHL eCommerce: two letters of the origin, a digit and nine to thirty-eight letters and digits; or fourteen digits.
///
/// Nothing checks it, and postal items have the first form as well.
public enum DHLECommerce: IdentifierScheme {
    public static let scheme = Scheme.dhlECommerce
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 62
    public static let speaksForItself = false
    public static let shape = "GM or another origin and ten or more digits, or fourteen digits (DHL eCommerce)"

    private static let origins = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"]

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.compact.utf8
        let rest = text.dropFirst(2)
        let isLettered =
            (10...39).contains(rest.count) && rest.first.map(NumberText.isDigit) == true
            && rest.allSatisfy(NumberText.isLetterOrDigit) && origins.contains { text.starts(with: $0.utf8) }
        return isLettered || number.digits(14) != nil ? reading(number.compact) : nil
    }

    /// GM stands before nobody else's numbers.
    public static func rank(of code: String) -> Int { code.hasPrefix("GM") ? 30 : rank }
}

extension Scheme {
    /// DHL eCommerce parcel.
    public static let dhlECommerce = Scheme(rawValue: "dhl-ecommerce")
}
