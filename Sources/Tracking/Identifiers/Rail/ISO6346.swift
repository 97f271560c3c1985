/// Freight containers (ISO 6346) and the swap bodies and trailers that are numbered alike (ILU code, EN 13044).
///
/// Four letters, six digits and a check digit. The fourth letter is U, J, Z or, in newer texts, R for a container; any
/// other is taken too, as an ILU code. A wrong check digit is common in published and even in carriers' messages.
public enum ISO6346: IdentifierScheme {
    public static let scheme = Scheme.iso6346
    public static let kinds: [SubjectKind] = [.container]
    public static let rank = 10
    public static let shape = "four letters and seven digits, such as MRKU9465770 (ISO 6346)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        var position = 0
        var sum = 0
        var last = 0
        for byte in number.compact.utf8 {
            guard let value = value(of: byte, at: position) else { return nil }
            if position < 10 { sum += value << position }
            last = value
            position += 1
        }
        guard position == 11 else { return nil }
        return IdentifierReading(
            Subject(.container, scheme, number.compact),
            checkDigit: sum % 11 % 10 == last ? .ok : .bad)
    }

    /// The check digit that belongs to four letters and six digits; nil for any other text.
    public static func checkDigit(of body: String) -> Int? {
        var position = 0
        var sum = 0
        for byte in body.utf8 {
            guard position < 10, let value = value(of: byte, at: position) else { return nil }
            sum += value << position
            position += 1
        }
        return position == 10 ? sum % 11 % 10 : nil
    }

    public static func notes(on code: String) -> [String] {
        "UJZR".contains(code.dropFirst(3).first ?? "U") ? [] : ["swap body or trailer (ILU code)"]
    }

    /// The number with the check digit that belongs to it, where that is another or is missing.
    public static func corrections(of number: NumberText) -> [String] {
        let body = String(number.compact.prefix(10))
        guard (10...11).contains(number.compact.utf8.count), let digit = checkDigit(of: body) else { return [] }
        let right = body + "\(digit)"
        return right == number.compact ? [] : [right]
    }

    private static func value(of byte: UInt8, at position: Int) -> Int? {
        guard position < 11, position < 4 ? NumberText.isLetter(byte) : NumberText.isDigit(byte) else { return nil }
        return CheckSums.iso6346Value(of: byte)
    }
}

extension Scheme {
    /// Container, swap body or trailer number: ISO 6346 or ILU code.
    public static let iso6346 = Scheme(rawValue: "iso6346")
}
