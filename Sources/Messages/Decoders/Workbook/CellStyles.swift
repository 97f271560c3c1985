/// How the cells of a workbook show their numbers, as far as that decides what the numbers mean.
struct CellStyles {
    enum Meaning: Hashable {
        case number
        /// A date, a time, or both.
        case date
        /// A number with leading zeros to so many digits.
        case padded(Int)
    }

    private var meanings: [Meaning] = []

    init() {}

    init(_ scanner: TagScanner) throws(ReadFailure) {
        var codes: [Int: Meaning] = [:]
        var isInside = false
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("numFmt"):
                if let id = scanner.wholeAttribute("numFmtId"), let code = try scanner.textAttribute("formatCode") {
                    codes[id] = Self.meaning(of: code)
                }
            case .open where scanner.isNamed("cellXfs"): isInside = true
            case .open where isInside && scanner.isNamed("xf"):
                let id = scanner.wholeAttribute("numFmtId") ?? 0
                meanings.append(codes[id] ?? Self.builtIn(id))
            case .close where scanner.isNamed("cellXfs"): isInside = false
            case .end: return
            default: break
            }
        }
    }

    func meaning(_ style: Int?) -> Meaning {
        guard let style, meanings.indices.contains(style) else { return .number }
        return meanings[style]
    }

    /// Formats that every workbook has without listing them (ISO/IEC 29500-1, 18.8.30); from 27 on those of Chinese,
    /// Japanese and Korean editions.
    private static func builtIn(_ id: Int) -> Meaning {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: .date
        default: .number
        }
    }

    /// A code means a date when it has a sign for one outside of quotes, escapes and brackets.
    static func meaning(of code: String) -> Meaning {
        var bare = ""
        var quote: Character?
        var isEscaped = false
        for character in code {
            if isEscaped { isEscaped = false; continue }
            switch (quote, character) {
            case ("\"", "\""), ("[", "]"): quote = nil
            case (nil, "\""), (nil, "["): quote = character
            case (nil, "\\"), (nil, "_"), (nil, "*"): isEscaped = true
            case (nil, ";"): return meaning(ofBare: bare)
            case (nil, _): bare.append(character)
            default: break
            }
        }
        return meaning(ofBare: bare)
    }

    private static func meaning(ofBare code: String) -> Meaning {
        let lower = code.lowercased()
        if lower == "general" { return .number }
        if code.count > 1, code.allSatisfy({ $0 == "0" }) { return .padded(code.count) }
        return lower.contains { "ymdhs年月日时分秒".contains($0) } ? .date : .number
    }
}
