/// UPS: 1Z, fifteen letters and digits and a check digit; or a waybill's letter, nine digits and a check digit.
///
/// From the left the characters count once and twice in turn, letters from A as 2; complement to ten. Eleven characters
/// are too few to tell a waybill unasked.
public enum UPS: IdentifierScheme {
    public static let scheme = Scheme.ups
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 10
    public static let shape = "1Z and sixteen letters and digits, or one of A, H, J, K, T, V and ten digits (UPS)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let body = body(number.compact.utf8[...]) else { return nil }
        let sum = body.dropLast().enumerated().reduce(0) { $0 + value(of: $1.element) * ($1.offset % 2 + 1) }
        let check = CheckSums.complement(sum) + UInt8(ascii: "0")
        return reading(number.compact, checkDigit: body.last == check ? .ok : .bad)
    }

    public static func rank(of code: String) -> Int { code.hasPrefix("1Z") ? rank : 45 }

    public static func recognises(_ reading: IdentifierReading) -> Bool { reading.subject.code.hasPrefix("1Z") }

    /// What the check digit is about, with it; nil for another shape.
    private static func body(_ text: Substring.UTF8View) -> Substring.UTF8View? {
        guard let first = text.first, let last = text.last, NumberText.isDigit(last) else { return nil }
        switch text.count {
        case 18:
            let body = text.dropFirst(2)
            return text.starts(with: "1Z".utf8) && body.allSatisfy(NumberText.isLetterOrDigit) ? body : nil
        case 11:
            return "AHJKTV".utf8.contains(first) && text.dropFirst().allSatisfy(NumberText.isDigit)
                ? text.dropFirst() : nil
        default:
            return nil
        }
    }

    private static func value(of byte: UInt8) -> Int {
        NumberText.isDigit(byte) ? Int(byte - UInt8(ascii: "0")) : (Int(byte) - 3) % 10
    }
}

extension Scheme {
    /// UPS parcel number.
    public static let ups = Scheme(rawValue: "ups")
}
