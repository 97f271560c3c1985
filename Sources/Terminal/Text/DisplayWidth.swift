/// How many columns of a terminal a text takes.
public enum DisplayWidth {
    /// The columns of a text: two for a Chinese character, none for an accent on its letter.
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
        return simple(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text in the scripts of the corridor, where every code point is a character by itself.
    /// Nil for any other text: finding out what belongs together is most of the time a large table takes.
    private static func simple(_ text: String) -> Int? {
        var columns = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x52F: columns += 1
            case 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: columns += 2
            default: return nil
            }
        }
        return columns
    }

    /// The columns of what a reader sees as one character.
    public static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(first) }
        // A flag is two narrow halves; a picture with its skin or its variation is one wide cell.
        if scalars.contains(where: { $0.value == 0xFE0F || of($0) == 2 }) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    /// The columns of one code point alone.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return SafeText.isHostile(scalar) ? 0 : 1 }
        if (0x4E00...0x9FFF).contains(value) { return 2 }
        if isZeroWidth(scalar) { return 0 }
        return value >= 0x1100 && ScalarRanges.contains(WideScalars.ranges, value) ? 2 : 1
    }

    /// The text, or as much of its beginning as fits with an ellipsis.
    public static func shorten(_ text: String, to columns: Int) -> String {
        guard text.utf8.count > columns, of(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var taken = 0
        var end = text.startIndex
        while end < text.endIndex {
            let width = of(text[end])
            guard taken + width <= columns - 1 else { break }
            taken += width
            end = text.index(after: end)
        }
        return text[..<end] + "…"
    }

    /// Whether a code point takes no column of its own: marks, format characters, the later parts of a Hangul syllable.
    static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x370...0x482, 0x48A...0x590, 0x2E80...0x3029, 0x3030...0x3098, 0x309B...0xA66E, 0xAC00...0xD7A3: false
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: true
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: true
            default: SafeText.isHostile(scalar)
            }
        }
    }
}
