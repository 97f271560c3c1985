/// Lists of China's cross-border e-commerce (清单编号, `invtNo`): district, year, E or I, nine to eleven digits
/// (message specification 2022-05; eighteen characters before, up to twenty since).
public enum ChinaCustomsList: IdentifierScheme {
    public static let scheme = Scheme.cnCustomsList
    public static let kinds: [SubjectKind] = [.declaration]
    public static let rank = 10
    public static let shape = "district, year, E or I and nine to eleven digits, such as 94002025E123456789 (清单编号)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let bytes = number.compact.utf8
        guard (18...20).contains(bytes.count) else { return nil }
        for (position, byte) in bytes.enumerated() {
            let fits =
                position == 8 ? byte == UInt8(ascii: "E") || byte == UInt8(ascii: "I") : NumberText.isDigit(byte)
            guard fits else { return nil }
        }
        let century = number.compact.dropFirst(4).prefix(2)
        return century == "19" || century == "20" ? reading(number.compact) : nil
    }

    public static func notes(on code: String) -> [String] {
        let way = code.dropFirst(8).first == "E" ? "export" : "import"
        return [way, "customs district \(code.prefix(4))", "\(code.dropFirst(4).prefix(4))"]
    }
}

extension Scheme {
    /// Chinese customs list of e-commerce parcels.
    public static let cnCustomsList = Scheme(rawValue: "cn-customs-list")
}
