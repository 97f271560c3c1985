/// Logistic units, here bags and pallets (GS1 SSCC): eighteen digits, the last by GS1's rule.
///
/// Written with the application identifier 00 before it (twenty digits), or as an EPC URN, it is the same number. A bag
/// is taken for one without being told only when the check digit fits and the GS1 prefix is none for use inside a company
/// (02 and 04, 20 to 29): a consolidator's own number that begins with the year would otherwise be one time in ten.
public enum SSCC: IdentifierScheme {
    public static let scheme = Scheme.sscc
    public static let kinds: [SubjectKind] = [.bag]
    public static let rank = 43
    public static let shape = "eighteen digits, or twenty with 00 before them (GS1 SSCC)"

    private static let urn = "URN:EPC:ID:SSCC:"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(18) ?? number.digits(after: "00", 18) ?? digits(ofURN: number.text) else {
            return nil
        }
        let code = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        return reading(code, checkDigit: CheckSums.gs1(digits.dropLast()) == digits[17] ? .ok : .bad)
    }

    public static func recognises(_ reading: IdentifierReading) -> Bool {
        let prefix = reading.subject.code.dropFirst().prefix(3)
        let isInternal = prefix.hasPrefix("02") || prefix.hasPrefix("04") || prefix.hasPrefix("2")
        return reading.checkDigit == .ok && !isInternal
    }

    public static func notes(on code: String) -> [String] {
        var notes: [String] = []
        if code.hasPrefix("340434") { notes.append("DHL Paket numbers its parcels so too") }
        if ("690"..."699").contains(String(code.dropFirst().prefix(3))) { notes.append("GS1 China") }
        return notes
    }

    /// `urn:epc:id:sscc:PREFIX.ESERIAL`: the extension digit E comes after the company's prefix, and there is no check
    /// digit (EPC Tag Data Standard 6.3.2).
    private static func digits(ofURN text: String) -> [UInt8]? {
        guard text.utf8.starts(with: urn.utf8) else { return nil }
        let parts = text.utf8.dropFirst(urn.utf8.count).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let prefix = NumberText.digits(parts[0], 6...12),
            let rest = NumberText.digits(parts[1], 5...11), prefix.count + rest.count == 17
        else { return nil }
        let body = rest.prefix(1) + prefix + rest.dropFirst()
        return body + [CheckSums.gs1(body)]
    }
}

extension Scheme {
    /// GS1 serial shipping container code.
    public static let sscc = Scheme(rawValue: "sscc")
}
