extension NumberText {
    /// The digits of a number that, without its blanks and hyphens, is so many digits and nothing else.
    func digits(_ count: Int) -> [UInt8]? { digits(count...count) }

    func digits(_ counts: ClosedRange<Int>) -> [UInt8]? { Self.digits(compact.utf8[...], counts) }

    /// The digits behind a prefix, when the number is the prefix, so many digits and nothing else.
    func digits(after prefix: String, _ counts: ClosedRange<Int>) -> [UInt8]? {
        guard compact.utf8.starts(with: prefix.utf8) else { return nil }
        return Self.digits(compact.utf8.dropFirst(prefix.utf8.count), counts)
    }

    func digits(after prefix: String, _ count: Int) -> [UInt8]? { digits(after: prefix, count...count) }

    static func digits(_ text: Substring.UTF8View, _ counts: ClosedRange<Int>) -> [UInt8]? {
        guard counts.contains(text.count), text.allSatisfy(isDigit) else { return nil }
        return text.map { $0 - UInt8(ascii: "0") }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}

extension Sequence<UInt8> {
    /// The number that these digits write; they are few enough for it.
    var value: Int { reduce(0) { $0 * 10 + Int($1) } }
}
