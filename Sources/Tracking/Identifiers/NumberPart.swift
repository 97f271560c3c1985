/// A part of a number as somebody types it to find the whole: any stretch of it, in capitals or not, with blanks and
/// hyphens or without, in full-width characters.
public struct NumberPart: Sendable, Hashable {
    /// What is shorter stands in too many numbers to tell any apart.
    public static let shortest = 3

    /// The characters as the numbers have them: capitals, no blanks, no hyphens.
    public let text: String

    /// - Throws: what ``NumberText`` throws for what can be no number.
    public init(_ typed: String) throws(IdentifierProblem) {
        text = Self.folded(try NumberText(typed).compact)
    }

    public var isLongEnough: Bool { text.unicodeScalars.count >= Self.shortest }

    /// Where it stands in a number; nil when it does not.
    public func position(in code: String) -> Position? {
        let (whole, part) = (Array(Self.folded(Self.spelling(of: code)).utf8), Array(text.utf8))
        guard !part.isEmpty, part.count <= whole.count else { return nil }
        if whole == part { return .whole }
        if whole.starts(with: part) { return .beginning }
        if whole.suffix(part.count).elementsEqual(part) { return .end }
        let starts = 1..<max(1, whole.count - part.count)
        return starts.contains { whole[$0..<$0 + part.count].elementsEqual(part) } ? .inside : nil
    }

    /// A number without its blanks and hyphens.
    public static func spelling(of code: String) -> String {
        guard code.utf8.contains(where: isSpacing) else { return code }
        return String(decoding: code.utf8.filter { !isSpacing($0) }, as: UTF8.self)
    }

    private static func isSpacing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }

    private static func folded(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0) } ? text : text.uppercased()
    }
}

extension NumberPart {
    /// Where in a number a part stands, what people most likely mean first.
    public enum Position: Int, Sendable, Comparable {
        case whole, beginning, end, inside

        public static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
    }
}
