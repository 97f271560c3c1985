/// Folds the many ways of writing a place's name into one.
///
/// Case, diacritics, blanks, punctuation and full-width forms do not count, nor ё against е, soft and hard signs, Roman
/// against Arabic numbers, and the words for station, terminal and border around a name.
enum PlaceName {
    /// The folded form; empty when nothing of the text is a letter or digit.
    static func folded(_ text: String) -> String {
        let words = words(of: text)
        let telling = words.filter { !noise.contains($0) }
        let joined = (telling.isEmpty ? words : telling).map { numerals[$0] ?? $0 }.joined()
        for suffix in suffixes where joined.hasSuffix(suffix) && joined.count >= suffix.count + 2 {
            return String(joined.dropLast(suffix.count))
        }
        return joined
    }

    /// The parts of a text such as `Duisburg (DIT)`, `Brest, BY` or `马德里/阿布罗尼加尔`.
    static func parts(of text: String) -> [Substring] {
        text.split { separators.contains($0) }
    }

    /// A text without control characters and superfluous blanks, short enough to keep.
    static func tidy(_ text: String) -> String {
        let isTidy =
            text.utf8.count <= 120 && text.utf8.first != 0x20 && text.utf8.last != 0x20
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        if isTidy { return text }
        let visible = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
            default: scalar
            }
        }
        let words = visible.split(separator: " ").map { String(String.UnicodeScalarView($0)) }
        return String(words.joined(separator: " ").unicodeScalars.prefix(120))
    }

    // MARK: -

    private static let separators: Set<Character> = ["(", ")", "/", ",", ";", "（", "）", "，", "、", "|", "／"]

    private static let noise: Set<String> = [
        "station", "stn", "railway", "railroad", "rail", "terminal", "exp", "border",
        "ст", "станция", "станции", "жд", "ж", "д", "эксп", "терминал", "境",
    ]

    private static let suffixes = ["火车站", "口岸站", "铁路口岸", "口岸", "站"]

    private static let numerals = ["i": "1", "ii": "2"]

    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let plain = letters(of: scalar) {
                word.append(contentsOf: plain.unicodeScalars)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// What a character stands for: letters, nothing at all ("" joins), or a gap between words (nil).
    private static func letters(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: String(scalar)
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20).map { String($0) }
        case 0x27, 0x60, 0x2018, 0x2019, 0x02BC, 0x300...0x36F, 0xAD, 0x200B...0x200F, 0xFEFF: ""
        case 0...0x7F: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap(letters)
        default: otherLetters(of: scalar)
        }
    }

    private static func otherLetters(of scalar: Unicode.Scalar) -> String? {
        let lower = scalar.properties.lowercaseMapping
        if let plain = plainLetters[lower] { return plain }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
        return String(String.UnicodeScalarView(lower.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }))
    }

    /// Letters with a mark, and the plain ones that people without such keys type.
    private static let plainLetters: [String: String] = {
        var table: [String: String] = ["ь": "", "ъ": "", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "i̇": "i"]
        for (plain, marked) in marked {
            for letter in marked { table[String(letter)] = plain }
        }
        return table
    }()

    private static let marked = [
        "a": "àáâãäåāăąǎ", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęěə", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐ",
        "j": "ĵ",
        "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöōŏőǒ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
        "u": "ùúûüũūŭůűųǔǚ",
        "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "а": "ә", "г": "ғґ", "е": "ёє", "и": "йії", "к": "қ", "н": "ң", "о": "ө",
        "у": "ўүұ", "х": "һ", "і": "",
    ]
}
