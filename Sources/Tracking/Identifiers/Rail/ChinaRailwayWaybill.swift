/// Waybills and bills of China Railway: free text of up to 37 characters, the length the customs messages give it.
///
/// Nothing in the text says what it is, so it is taken for one only where the scheme is named.
public enum ChinaRailwayWaybill: IdentifierScheme {
    public static let scheme = Scheme.crWaybill
    public static let kinds: [SubjectKind] = [.consignment]
    public static let rank = 90
    public static let speaksForItself = false
    public static let shape = "up to 37 characters with a digit among them (China Railway waybill)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.text
        // A colon stands in our own `scheme:code` texts, which are another scheme's.
        guard text.unicodeScalars.count <= 37, !text.utf8.contains(UInt8(ascii: ":")),
            text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return IdentifierReading(Subject(.consignment, scheme, text), checkDigit: .none)
    }
}

extension Scheme {
    /// China Railway waybill or bill number.
    public static let crWaybill = Scheme(rawValue: "cr-waybill")
}
