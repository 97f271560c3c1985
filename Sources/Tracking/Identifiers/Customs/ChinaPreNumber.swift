/// Numbers of China's electronic port (电子口岸编号, `preNo`, `sumNo`, `declSeqNo`): a letter, a day, nine digits.
///
/// B stands before lists; O, P, R, S and T occur in other messages of the same set.
public enum ChinaPreNumber: IdentifierScheme {
    public static let scheme = Scheme.cnPreNumber
    public static let kinds: [SubjectKind] = [.declaration]
    public static let rank = 20
    public static let shape = "a letter of B, O, P, R, S, T, a day as yyyymmdd and nine digits (电子口岸编号)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        day(of: number.compact) == nil ? nil : reading(number.compact)
    }

    public static func notes(on code: String) -> [String] { day(of: code).map { ["of \($0)"] } ?? [] }

    private static func day(of code: String) -> CivilDate? {
        guard let letter = code.utf8.first, "BOPRST".utf8.contains(letter),
            let digits = NumberText.digits(code.utf8.dropFirst(), 17...17)
        else { return nil }
        return CivilDate(yyyymmdd: digits.prefix(8))
    }
}

extension Scheme {
    /// Number of China's electronic port.
    public static let cnPreNumber = Scheme(rawValue: "cn-preno")
}
