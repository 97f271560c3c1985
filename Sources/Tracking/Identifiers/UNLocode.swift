/// Places by UN/LOCODE: a country and three letters or digits from 2 to 9, with or without a blank between.
///
/// Only the list tells whether there is such a place; a hyphen is not how one is written.
public enum UNLocode: ReferenceScheme {
    public static let scheme = Scheme.unlocode
    public static let names = NamedKind.place
    public static let rank = 45
    public static let shape = "a country and three letters or digits from 2 to 9, such as CNURC (UN/LOCODE)"

    public static func read(_ number: NumberText) -> CheckedCode? {
        let groups = number.text.utf8.split(separator: UInt8(ascii: " "))
        guard groups.map(\.count) == [5] || groups.map(\.count) == [2, 3] else { return nil }
        let code = groups.map { String(Substring($0)) }.joined()
        guard CountryCodes.contains(String(code.prefix(2))), code.utf8.dropFirst(2).allSatisfy(isLocation) else {
            return nil
        }
        return CheckedCode(code, checkDigit: .none)
    }

    private static func isLocation(_ byte: UInt8) -> Bool {
        NumberText.isLetterOrDigit(byte) && byte != UInt8(ascii: "0") && byte != UInt8(ascii: "1")
    }
}

extension Scheme {
    /// UN/LOCODE.
    public static let unlocode = Scheme(rawValue: "unlocode")
}
