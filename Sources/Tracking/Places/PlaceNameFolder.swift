/// Folds a name in one pass, into UTF-8.
struct PlaceNameFolder {
    private var bytes: [UInt8] = []
    private var wordStart = 0
    private let dropsNoise: Bool

    /// The folded words of a text, joined.
    static func fold(_ text: String, dropsNoise: Bool) -> [UInt8] {
        var folder = PlaceNameFolder(dropsNoise: dropsNoise)
        for scalar in text.unicodeScalars { folder.take(scalar) }
        folder.endWord()
        return folder.bytes
    }

    private init(dropsNoise: Bool) {
        self.dropsNoise = dropsNoise
        bytes.reserveCapacity(48)
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: scalar.value + 0x20))
        case 0x0439, 0x0419: append("и")
        case 0x042A, 0x042C, 0x044A, 0x044C: break
        case 0x0430...0x044F, 0x4E00...0x9FFF: append(scalar)
        case 0x0410...0x042F: take(scalar.value + 0x20)
        case 0x27, 0x60, 0x2018, 0x2019, 0x02BC, 0x300...0x36F, 0xAD, 0x200B...0x200F, 0xFEFF: break
        case 0...0x7F: endWord()
        case 0xFF01...0xFF5E: take(scalar.value - 0xFEE0)
        default: takeRare(scalar)
        }
    }

    private mutating func take(_ value: UInt32) {
        if let scalar = Unicode.Scalar(value) { take(scalar) }
    }

    private mutating func takeRare(_ scalar: Unicode.Scalar) {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        for part in lower where !(0x300...0x36F).contains(part.value) {
            if let plain = Self.plain[part] {
                bytes += plain
            } else if part.properties.isAlphabetic || part.properties.numericType != nil {
                append(part)
            } else {
                endWord()
            }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func endWord() {
        let word = bytes[wordStart...]
        if let numeral = Self.numerals.first(where: { word.elementsEqual($0.roman) })?.digit {
            bytes.removeSubrange(wordStart...)
            bytes.append(numeral)
        } else if dropsNoise, word.count <= 16, Self.noise.contains(where: { word.elementsEqual($0) }) {
            bytes.removeSubrange(wordStart...)
        }
        wordStart = bytes.count
    }

    // MARK: - Tables

    /// Words for station, terminal and border that stand around a name.
    private static let noise = [
        "station", "stn", "railway", "railroad", "rail", "terminal", "exp", "border",
        "ст", "станция", "станции", "жд", "ж", "д", "эксп", "терминал", "境",
    ].map { Array($0.utf8) }

    private static let numerals: [(roman: [UInt8], digit: UInt8)] = [
        (Array("i".utf8), UInt8(ascii: "1")), (Array("ii".utf8), UInt8(ascii: "2")),
    ]

    /// Letters with a mark, and the plain ones that people without such keys type.
    private static let plain: [Unicode.Scalar: [UInt8]] = {
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for (plain, marked) in marked {
            for letter in marked.unicodeScalars { table[letter] = Array(plain.utf8) }
        }
        return table
    }()

    private static let marked = [
        "a": "àáâãäåāăąǎ", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęěə", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐ",
        "j": "ĵ",
        "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöōŏőǒø", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "w": "ŵ",
        "u": "ùúûüũūŭůűųǔǚ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "а": "ә", "г": "ғґ", "е": "ёє",
        "и": "йії", "к": "қ", "н": "ң", "о": "ө", "у": "ўүұ", "х": "һ",
    ]
}
