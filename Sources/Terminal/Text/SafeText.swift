/// Text of others, made harmless where it leaves the program.
///
/// Carriers write what they like: sequences that move the cursor, set a window's title, fill the clipboard or turn the
/// direction of a line. Nothing is taken out, since readers differ on where such a sequence ends; every control
/// becomes visible instead.
public enum SafeText {
    /// The text with its hostile code points shown as `\u{1b}`, on one line, at most `columns` wide.
    ///
    /// A line break is hostile too: what is shown is one value, and the program adds its own line breaks.
    public static func show(_ text: String, columns: Int? = nil) -> String {
        let shown = isPlain(text) ? text : visible(text)
        return columns.map { DisplayWidth.shorten(shown, to: $0) } ?? shown
    }

    /// Whether a code point can do something to a terminal, a spreadsheet or a reader's eye instead of being read.
    public static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 }
        if value <= 0xAD { return value <= 0x9F || value == 0xAD }
        // Cyrillic and the common Chinese characters need no search.
        if (0x370...0x5FF).contains(value) || (0x3400...0x9FFF).contains(value) { return false }
        return ScalarRanges.contains(HostileScalars.ranges, value)
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = scalar.value >= 0x300 && DisplayWidth.isZeroWidth(scalar) ? marks + 1 : 0
            if isHostile(scalar) || marks > mostMarks {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// More marks than any script stacks on one letter would climb over the lines above.
    private static let mostMarks = 4
}
