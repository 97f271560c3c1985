/// Postal items (UPU S10): two letters of service, eight digits, a check digit, the country of the issuing post.
public enum UPUS10: IdentifierScheme {
    public static let scheme = Scheme.upuS10
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "two letters, nine digits and the two letters of the issuing post (UPU S10)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        var position = 0
        var sum = 0
        var check = 0
        for byte in number.compact.utf8 {
            switch (position, byte) {
            case (2..<10, UInt8(ascii: "0")...UInt8(ascii: "9")):
                sum += Int(byte - UInt8(ascii: "0")) * weight(position - 2)
            case (10, UInt8(ascii: "0")...UInt8(ascii: "9")): check = Int(byte - UInt8(ascii: "0"))
            case (0..<2, UInt8(ascii: "A")...UInt8(ascii: "Z")), (11..<13, UInt8(ascii: "A")...UInt8(ascii: "Z")): break
            default: return nil
            }
            position += 1
        }
        guard position == 13 else { return nil }
        return IdentifierReading(
            Subject(.parcel, scheme, number.compact),
            checkDigit: digit(forSum: sum) == check ? .ok : .bad)
    }

    public static func notes(on code: String) -> [String] {
        [issuingCountry(of: code).map { "issued by the post of \($0)" } ?? "\(code.suffix(2)) is no country's code"]
    }

    /// The post that issued the number (ISO 3166 alpha-2); nil when the last two letters are no country's.
    ///
    /// It says nothing of where the item goes, and is advice only: the check digit is a separate question.
    public static func issuingCountry(of code: String) -> String? {
        guard read(code) != nil else { return nil }
        let letters = String(code.suffix(2)).uppercased()
        return CountryCodes.contains(letters) ? letters : nil
    }

    private static func weight(_ index: Int) -> Int {
        switch index {
        case 0: 8
        case 1: 6
        case 2: 4
        case 3: 2
        case 4: 3
        case 5: 5
        case 6: 9
        default: 7
        }
    }

    private static func digit(forSum sum: Int) -> Int {
        switch 11 - sum % 11 {
        case 10: 0
        case 11: 5
        case let digit: digit
        }
    }
}

extension Scheme {
    /// Postal item number.
    public static let upuS10 = Scheme(rawValue: "upu-s10")
}
