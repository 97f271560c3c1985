/// Folds the many ways of writing a place's name into one.
///
/// Case, diacritics, blanks, punctuation and full-width forms do not count, nor ё against е, soft and hard signs, Roman
/// against Arabic numbers, and the words for station, terminal and border around a name.
enum PlaceName {
    /// The folded form; empty when nothing of the text is a letter or digit.
    static func folded(_ text: String) -> String {
        var bytes = PlaceNameFolder.fold(text, dropsNoise: true)
        if bytes.isEmpty { bytes = PlaceNameFolder.fold(text, dropsNoise: false) }
        for suffix in suffixes where bytes.count >= suffix.count + 6 && bytes.suffix(suffix.count).elementsEqual(suffix)
        {
            bytes.removeLast(suffix.count)
            break
        }
        return String(decoding: bytes, as: UTF8.self)
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

    /// Chinese for station and border post, which stay when less than two characters would be left.
    private static let suffixes = ["火车站", "口岸站", "铁路口岸", "口岸", "站"].map { Array($0.utf8) }
}
