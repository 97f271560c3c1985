/// A number as a person or a spreadsheet wrote it, cleaned of how it was written.
///
/// Outer blanks, leading apostrophes and invisible characters are gone, full-width characters and every kind of dash
/// and blank are ASCII, runs of blanks are one, letters A to Z are capital.
public struct NumberText: Sendable, Hashable {
    /// The longest number we keep, in characters; the longest of the trade is 60.
    public static let maximumLength = 64

    /// The cleaned text; inner blanks and hyphens are still there.
    public let text: String
    /// The text without blanks and hyphens: the form most schemes are written in.
    public let compact: String
    /// Whether a letter was written small: some codes mean something else then.
    public let hasSmallLetters: Bool

    /// Cleans a text.
    ///
    /// - Throws: `no-number` for an empty text, `bad-number` for one too long or with control characters in it.
    public init(_ raw: String) throws(IdentifierProblem) {
        guard raw.utf8.count <= Self.maximumLength * 8 else { throw Self.tooLong }
        let writing = Writing(of: raw)
        text = writing.isCanonical ? raw : try Self.clean(raw)
        guard text.utf8.count <= Self.maximumLength || text.unicodeScalars.count <= Self.maximumLength else {
            throw Self.tooLong
        }
        hasSmallLetters = !writing.isCanonical && raw.unicodeScalars.contains(where: Self.isSmallLetter)
        compact = writing.isCanonical && !writing.isSpaced ? raw : Self.withoutSpacing(text)
    }

    /// How a text is written, found in one pass over its bytes: nearly every number of a large table is canonical.
    private struct Writing {
        var isCanonical = true
        var isSpaced = false

        init(of raw: String) {
            var previous = UInt8(ascii: " ")
            for byte in raw.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"): isCanonical = false
                case UInt8(ascii: " "):
                    isSpaced = true
                    if previous == byte { isCanonical = false }
                case UInt8(ascii: "-"): isSpaced = true
                case UInt8(ascii: "'"), UInt8(ascii: "`"): isCanonical = false
                case 0x21...0x7E: break
                default: isCanonical = false
                }
                previous = byte
            }
            if previous == UInt8(ascii: " ") { isCanonical = false }
        }
    }

    private static func withoutSpacing(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }) else { return text }
        return String(decoding: text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }

    private static var tooLong: IdentifierProblem {
        .badNumber("longer than \(maximumLength) characters: not a number")
    }

    /// Whether a text is already its own canonical form, as nearly every number of a large table is.
    private static func isClean(_ raw: String) -> Bool {
        var first = true
        for byte in raw.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"): break
            default: return false
            }
            first = false
        }
        return !first
    }

    private static func clean(_ raw: String) throws(IdentifierProblem) -> String {
        var scalars = raw.unicodeScalars.compactMap(plain)[...]
        // A tab or line break at the edge is how a cell was copied; inside, it joins two values.
        while let first = scalars.first, isBlank(first) || isApostrophe(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            guard !isControl(scalar) else {
                throw .badNumber("has a control character or line break inside: two values in one cell?")
            }
            if scalar == " ", result.last == " " { continue }
            result.append(scalar)
        }
        guard !result.isEmpty else { throw IdentifierProblem(kind: "no-number", reason: "the number is empty") }
        return String(result)
    }

    /// The plain form of a character; nil for one that shows nothing.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x61...0x7A: Unicode.Scalar(scalar.value - 0x20)
        case 0...0x7F: scalar
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
        case 0x2010...0x2015, 0x2212: "-"
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap(plain)
        default: scalar
        }
    }

    private static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value)
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "`" || scalar == "\u{2018}" || scalar == "\u{2019}"
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
