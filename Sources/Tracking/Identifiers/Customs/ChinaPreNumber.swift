/// Numbers of China's electronic port (电子口岸编号, `preNo`, `sumNo`, `declSeqNo`): a letter, a day, nine digits.
///
/// B stands before lists; O, P, R, S and T occur in other messages of the same set.
public enum ChinaPreNumber: IdentifierScheme {
    public static let scheme = Scheme.cnPreNumber
    public static let kinds: [SubjectKind] = [.declaration]
    public static let rank = 20
    public static let shape = "a letter of B, O, P, R, S, T, a day as yyyymmdd and nine digits (电子口岸编号)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let text = number.compact
        guard let letter = text.utf8.first, "BOPRST".utf8.contains(letter),
            let digits = NumberText.digits(text.utf8.dropFirst(), 17...17), CivilDate(yyyymmdd: digits.prefix(8)) != nil
        else { return nil }
        return reading(text)
    }

    public static func notes(on code: String) -> [String] {
        let digits = code.utf8.dropFirst().prefix(8).map { $0 - UInt8(ascii: "0") }
        return CivilDate(yyyymmdd: digits[...]).map { ["of \($0)"] } ?? []
    }
}

extension Scheme {
    /// Number of China's electronic port.
    public static let cnPreNumber = Scheme(rawValue: "cn-preno")
}
