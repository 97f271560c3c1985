/// Stations of China Railway: the three capital letters of the telegraph code (电报码) or the five digits of TMIS
/// (GB/T 10302).
///
/// The last letter tells the bureau, R that of Urumqi. In small letters three letters are the retrieval code, which is
/// another one.
public enum ChinaStation: ReferenceScheme {
    public static let scheme = Scheme.cnStation
    public static let names = NamedKind.place
    public static let rank = 55
    public static let shape = "three capital letters or five digits (station of China Railway)"

    public static func read(_ number: NumberText) -> CheckedCode? {
        let isTelegraph = number.compact.utf8.count == 3 && number.compact.utf8.allSatisfy(NumberText.isLetter)
        guard isTelegraph ? !number.hasSmallLetters : number.digits(5) != nil else { return nil }
        return CheckedCode(number.compact, checkDigit: .none)
    }

    public static func notes(on code: String) -> [String] {
        guard code.utf8.count == 3 else { return ["by its TMIS number"] }
        return ["by its telegraph code"] + (code.hasSuffix("R") ? ["Urumqi bureau"] : [])
    }
}

extension Scheme {
    /// Station of China Railway.
    public static let cnStation = Scheme(rawValue: "cn-station")
}
