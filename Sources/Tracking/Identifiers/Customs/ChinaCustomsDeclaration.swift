/// Declarations of China's customs (报关单号, `entryId`): district, year, 0 for export or 1 for import, nine digits.
///
/// There is no check digit, and an SSCC may have this form by chance: only a declaration is taken for one unasked.
public enum ChinaCustomsDeclaration: IdentifierScheme {
    public static let scheme = Scheme.cnCustomsDeclaration
    public static let kinds: [SubjectKind] = [.declaration]
    public static let rank = 41
    public static let shape = "district, year, 0 or 1 and nine digits: eighteen digits (报关单号)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(18), (19...20).contains(digits[4..<6].value), digits[8] <= 1 else {
            return nil
        }
        return reading(number.compact)
    }

    public static func notes(on code: String) -> [String] {
        let way = code.dropFirst(8).first == "0" ? "export" : "import"
        return [way, "customs district \(code.prefix(4))", "\(code.dropFirst(4).prefix(4))"]
    }
}

extension Scheme {
    /// Chinese customs declaration.
    public static let cnCustomsDeclaration = Scheme(rawValue: "cn-customs-declaration")
}
