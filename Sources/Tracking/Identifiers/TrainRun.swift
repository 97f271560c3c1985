/// One run of a train: its number and the local date it left its origin, `X8157@2026-11-20`.
///
/// The number is one to eight letters and digits, as TAF's OperationalTrainNumber.
public enum TrainRun: IdentifierScheme {
    public static let scheme = Scheme.train
    public static let kinds: [SubjectKind] = [.train]
    public static let rank = 0
    public static let shape = "the train's number and the date it left, such as X8157@2026-11-20"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let parts = number.compact.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 8 else { return nil }
        let train = withoutSuffix(String(parts[0]))
        guard (1...8).contains(train.utf8.count), train.utf8.allSatisfy(isLetterOrDigit),
            parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let digits = Int(parts[1]),
            let date = CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        else { return nil }
        return IdentifierReading(subject(train, on: date), checkDigit: .none)
    }

    /// The subject of a train number, already canonical, and the local date of its departure.
    public static func subject(_ number: String, on date: CivilDate) -> Subject {
        Subject(.train, scheme, "\(number)@\(date)")
    }

    /// The number without the word for "train" that Chinese tables put behind it.
    static func withoutSuffix(_ number: String) -> String {
        number.hasSuffix("次") ? String(number.dropLast()) : number
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
