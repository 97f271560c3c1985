/// Reads JSON text strictly (RFC 8259), byte by byte, without building anything.
///
/// Stricter than most readers where leniency hides damage: a repeated key, a NUL, a lone surrogate, text after the end
/// and too many levels are all refused. Numbers are only looked at, never converted.
struct JSONScanner {
    private let bytes: [UInt8]
    private let maximumDepth: Int
    private var at: Int

    private init(_ bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        at = 0
    }

    /// Throws unless `bytes`, which must be valid UTF-8, are exactly one JSON value.
    static func check(_ bytes: [UInt8], maximumDepth: Int) throws(ReadFailure) {
        var scanner = JSONScanner(bytes, maximumDepth: maximumDepth)
        scanner.skipSpace()
        guard scanner.at < bytes.count else {
            throw ReadFailure(.empty, "there is no text", remedy: "ask again, or look where the file comes from")
        }
        try scanner.value(depth: 0)
        scanner.skipSpace()
        guard scanner.at == bytes.count else { throw scanner.malformed("text after the end of the document") }
    }

    private mutating func value(depth: Int) throws(ReadFailure) {
        guard depth <= maximumDepth else {
            throw ReadFailure(
                .malformed, at: position, "more than \(maximumDepth) arrays and objects inside one another",
                remedy: "look at the answer; no document we read is that deep")
        }
        switch try current() {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func object(depth: Int) throws(ReadFailure) {
        at += 1
        var keys = JSONKeys()
        skipSpace()
        if try current() == UInt8(ascii: "}") { at += 1; return }
        while true {
            guard try current() == UInt8(ascii: "\"") else { throw malformed("a key was expected") }
            let start = at
            let hasEscapes = try string()
            let key = bytes[(start + 1)..<(at - 1)]
            guard keys.insert(key, hasEscapes: hasEscapes) else {
                throw ReadFailure(
                    .malformed, at: "byte \(start)",
                    "the key \"\(String(decoding: key, as: UTF8.self))\" stands twice in one object",
                    remedy: "ask the sender which of the two is meant")
            }
            skipSpace()
            guard try current() == UInt8(ascii: ":") else { throw malformed("\":\" was expected") }
            at += 1
            skipSpace()
            try value(depth: depth + 1)
            if try endsAfterElement(close: UInt8(ascii: "}")) { return }
        }
    }

    private mutating func array(depth: Int) throws(ReadFailure) {
        at += 1
        skipSpace()
        if try current() == UInt8(ascii: "]") { at += 1; return }
        while true {
            try value(depth: depth + 1)
            if try endsAfterElement(close: UInt8(ascii: "]")) { return }
        }
    }

    /// Steps over the comma before the next element, or over the closing bracket.
    private mutating func endsAfterElement(close: UInt8) throws(ReadFailure) -> Bool {
        skipSpace()
        let byte = try current()
        guard byte == close || byte == UInt8(ascii: ",") else {
            throw malformed("\",\" or \"\(Character(Unicode.Scalar(close)))\" was expected")
        }
        at += 1
        if byte == close { return true }
        skipSpace()
        return false
    }

    /// Steps over a string and tells whether it has escapes.
    private mutating func string() throws(ReadFailure) -> Bool {
        at += 1
        var hasEscapes = false
        while true {
            let byte = try current()
            if byte == UInt8(ascii: "\"") { at += 1; return hasEscapes }
            guard byte >= 0x20 else { throw malformed("a control character inside a string") }
            at += 1
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try escape()
            }
        }
    }

    private mutating func escape() throws(ReadFailure) {
        let byte = try current()
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            try codePoint()
        default:
            throw malformed("an unknown escape")
        }
    }

    private mutating func codePoint() throws(ReadFailure) {
        let first = try fourDigits()
        guard first != 0 else { throw malformed("a NUL") }
        if (0xD800...0xDBFF).contains(first) {
            guard try current() == UInt8(ascii: "\\") else { throw malformed("half of a surrogate pair") }
            at += 1
            guard try current() == UInt8(ascii: "u") else { throw malformed("half of a surrogate pair") }
            at += 1
            guard (0xDC00...0xDFFF).contains(try fourDigits()) else { throw malformed("half of a surrogate pair") }
        } else if (0xDC00...0xDFFF).contains(first) {
            throw malformed("half of a surrogate pair")
        }
    }

    private mutating func fourDigits() throws(ReadFailure) -> Int {
        var value = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try current())).hexDigitValue else {
                throw malformed("four hexadecimal digits were expected")
            }
            value = value << 4 | digit
            at += 1
        }
        return value
    }

    private mutating func word(_ word: StaticString) throws(ReadFailure) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard try current() == word.utf8Start[offset] else { throw malformed("an unknown word") }
            at += 1
        }
    }

    private mutating func number() throws(ReadFailure) {
        if try current() == UInt8(ascii: "-") { at += 1 }
        if try current() == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") else { return }
        at += 1
        let sign = try current()
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { at += 1 }
        try digits()
    }

    private mutating func digits() throws(ReadFailure) {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(try current()) else {
            throw malformed("a value was expected")
        }
        while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    }

    private mutating func skipSpace() {
        while at < bytes.count, JSONText.isSpace(bytes[at]) { at += 1 }
    }

    private func current() throws(ReadFailure) -> UInt8 {
        guard at < bytes.count else {
            throw ReadFailure(
                .truncated, at: position, "the text ends before the document is complete",
                remedy: "ask again; nothing of an incomplete answer is used")
        }
        return bytes[at]
    }

    private func malformed(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, at: position, reason, remedy: "look at the bytes there, and ask the sender")
    }

    private var position: String { "byte \(at)" }
}
