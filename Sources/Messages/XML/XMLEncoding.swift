/// Turns the bytes of an XML document into UTF-8 (XML 1.0, section 4.3.3 and appendix F).
enum XMLEncoding {
    private static let trueDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

    /// UTF-8 without a byte order mark, whose declaration, where it has one, says so.
    ///
    /// A byte order mark decides, then the bytes of the first two characters, then the declaration. What declares
    /// nothing is UTF-8 if it can be, and otherwise GB18030.
    static func plainUTF8(_ body: [UInt8]) throws(ReadFailure) -> [UInt8] {
        guard let name = declared(in: body) else {
            if isMarked(body) || isWide(body) { return try redeclared(wide(body)) }
            return try TextDecoding.plainUTF8(body)
        }
        if isMarked(body) { return try redeclared(TextDecoding.plainUTF8(body)) }
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": return try redeclared(utf8(body))
        case "gb18030", "gbk", "gb2312", "gb_2312-80", "cp936", "x-gbk":
            return try redeclared(TextDecoding.converted(body, from: "GB18030"))
        default:
            throw ReadFailure(
                .wrongEncoding, at: "line 1", "the declaration says \(name.prefix(40))",
                remedy: "UTF-8, UTF-16 and GB18030 are read; save the message as UTF-8")
        }
    }

    private static func isMarked(_ body: [UInt8]) -> Bool {
        body.starts(with: [0xEF, 0xBB, 0xBF]) || body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF])
    }

    /// `<` and what follows it in two bytes each.
    private static func isWide(_ body: [UInt8]) -> Bool {
        body.count >= 4 && (body[0...1] == [0, 0x3C] && body[2] == 0 || body[0...1] == [0x3C, 0] && body[3] == 0)
    }

    private static func wide(_ body: [UInt8]) throws(ReadFailure) -> [UInt8] {
        if isMarked(body) { return try TextDecoding.plainUTF8(body) }
        return try TextDecoding.converted(body, from: body[0] == 0 ? "UTF-16BE" : "UTF-16LE")
    }

    private static func utf8(_ body: [UInt8]) throws(ReadFailure) -> [UInt8] {
        guard let invalid = UTF8Check.firstInvalid(body) else { return body }
        if invalid.reachesEnd {
            throw ReadFailure(
                .truncated, at: "byte \(invalid.offset)", "the text ends inside a character",
                remedy: "get the whole message again")
        }
        throw ReadFailure(
            .wrongEncoding, at: "byte \(invalid.offset)", "the declaration says UTF-8, this is not",
            remedy: "if the text is Chinese it may be GB18030: write that into the first line, or save it as UTF-8")
    }

    /// What the XML declaration calls the encoding; nil without one, or where two bytes make a character.
    private static func declared(in body: [UInt8]) -> String? {
        let start = body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let end = declarationEnd(body, start) else { return nil }
        let text = String(decoding: body[start..<end], as: UTF8.self)
        guard let name = text.firstRange(of: "encoding") else { return nil }
        let rest = text[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    private static func declarationEnd(_ body: [UInt8], _ start: Int) -> Int? {
        guard body[min(start, body.count)...].starts(with: Array("<?xml".utf8)) else { return nil }
        return body[start...].prefix(400).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// The text with a declaration that is true of it, on as many lines as before.
    private static func redeclared(_ text: [UInt8]) -> [UInt8] {
        guard let name = declared(in: text), !["utf-8", "utf8"].contains(name.lowercased()),
            let end = declarationEnd(text, 0)
        else { return text }
        return Array(trueDeclaration.utf8) + text[..<end].filter { $0 == 0x0A } + text[end...]
    }
}
