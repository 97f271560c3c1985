/// One run of a train: its number and the local date it left its origin, `X8157@2026-11-20`.
///
/// The number is one to eight letters and digits, as TAF's OperationalTrainNumber.
public enum TrainRun: IdentifierScheme {
    public static let scheme = Scheme.train
    public static let kinds: [SubjectKind] = [.train]
    public static let rank = 0
    public static let shape = "the train's number and the date it left, such as X8157@2026-11-20"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard number.text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        let parts = number.compact.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let date = date(parts[1]) else { return nil }
        let train = withoutSuffix(String(Substring(parts[0])))
        guard (1...8).contains(train.utf8.count), train.utf8.allSatisfy(isLetterOrDigit) else { return nil }
        return IdentifierReading(subject(train, on: date), checkDigit: .none)
    }

    private static func date(_ digits: Substring.UTF8View) -> CivilDate? {
        var value = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard value < 100_000_000 else { return nil }
        }
        return digits.count == 8 ? CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) : nil
    }

    /// The subject of a train number, already canonical, and the local date of its departure.
    public static func subject(_ number: String, on date: CivilDate) -> Subject {
        Subject(.train, scheme, "\(number)@\(date)")
    }

    /// The number without the word for "train" that Chinese tables put behind it.
    static func withoutSuffix(_ number: String) -> String {
        let suffix = "次".utf8
        return number.utf8.count > suffix.count && number.utf8.suffix(suffix.count).elementsEqual(suffix)
            ? String(number.dropLast()) : number
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
