/// Numbers of China Railway's block trains to Europe and Central Asia: X8ddd and X9ddd, odd when outbound.
///
/// A number is a path that runs again and again, so alone it names no train: it is recognised, to ask for its date.
public enum TrainNumberCN: IdentifierScheme {
    public static let scheme = Scheme.trainCN
    public static let kinds: [SubjectKind] = [.train]
    public static let rank = 20
    public static let speaksForItself = false
    public static let standsAlone = false
    public static let shape = "X8 or X9 and three digits (China Railway train number)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        let code = TrainRun.withoutSuffix(number.compact)
        var position = 0
        for byte in code.utf8 {
            switch (position, byte) {
            case (0, UInt8(ascii: "X")), (1, UInt8(ascii: "8")), (1, UInt8(ascii: "9")): break
            case (2..<5, UInt8(ascii: "0")...UInt8(ascii: "9")): break
            default: return nil
            }
            position += 1
        }
        guard position == 5 else { return nil }
        return IdentifierReading(Subject(.train, scheme, code), checkDigit: .none)
    }

    public static func notes(on code: String) -> [String] {
        let isOdd = code.utf8.last.map { $0 % 2 == 1 } == true
        return [isOdd ? "outbound" : "returning", "needs the date it left"]
    }
}

extension Scheme {
    /// Chinese block train number without its date.
    public static let trainCN = Scheme(rawValue: "train-cn")
}
