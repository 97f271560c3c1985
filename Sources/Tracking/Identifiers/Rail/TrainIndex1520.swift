/// Train indexes of the 1520 mm railways, `7084-087-1306`: station of formation, serial number, station of destination.
///
/// The stations are the first four digits of ESR codes. An index lasts as long as the train is not re-formed and comes
/// again later, so alone it names no train: it is recognised, to ask for its date. It is known by its hyphens or blanks;
/// eleven digits in a row are many things.
public enum TrainIndex1520: IdentifierScheme {
    public static let scheme = Scheme.trainIndex1520
    public static let kinds: [SubjectKind] = [.train]
    public static let rank = 20
    public static let speaksForItself = false
    public static let standsAlone = false
    public static let shape = "four, three and four digits with hyphens between (1520 mm train index)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let groups = number.text.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        guard groups.map(\.count) == [4, 3, 4], groups.allSatisfy({ $0.allSatisfy(NumberText.isDigit) }) else {
            return nil
        }
        return reading(groups.map { String(Substring($0)) }.joined(separator: "-"))
    }

    public static func notes(on code: String) -> [String] {
        ["formed at \(code.prefix(4)), bound for \(code.suffix(4))", "needs the date it was formed"]
    }
}

extension Scheme {
    /// 1520 mm train index without its date.
    public static let trainIndex1520 = Scheme(rawValue: "train-index-1520")
}
