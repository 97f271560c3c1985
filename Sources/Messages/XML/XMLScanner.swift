/// Pulls the pieces of an XML document out of UTF-8 text, one after another (XML 1.0, fifth edition, without a DTD).
///
/// Whatever breaks the rules of the format is an error where it stands. A DOCTYPE is refused, so the only references
/// are the five predefined ones and those by number, and nothing can grow while it is read.
struct XMLScanner {
    enum Piece {
        case start, end, text, cdata
        /// A comment, a processing instruction or the XML declaration.
        case other
    }

    /// One attribute of the element that was last begun: ranges of its name as written, and of its value.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    let bytes: [UInt8]
    /// The whole piece that was last given.
    private(set) var range = 0..<0
    /// Of an element its name without prefix, of a text what it says; references stand as written.
    private(set) var content = 0..<0
    private(set) var attributes: [Attribute] = []
    /// Elements that are open after the piece that was last given.
    var depth: Int { open.count - (isClosing ? 1 : 0) }

    var at: Int
    private let mostDepth: Int
    private var open: [Range<Int>] = []
    /// The end of an element without content is still to be given.
    private var isClosing = false
    private var hasRoot = false

    /// - Parameter start: where the document begins, or one of its elements that is to be read alone.
    init(_ bytes: [UInt8], from start: Int = 0, mostDepth: Int = DecodingLimits().depth) {
        self.bytes = bytes
        self.mostDepth = mostDepth
        at = start
    }

    /// Nil after the document's end.
    mutating func next() throws(ReadFailure) -> Piece? {
        if isClosing {
            isClosing = false
            open.removeLast()
            return .end
        }
        guard at < bytes.count else {
            if let name = open.last { throw truncated("<\(text(name))> is not closed") }
            guard hasRoot else { throw truncated("there is no element") }
            return nil
        }
        let start = at
        defer { range = start..<at }
        guard bytes[at] == UInt8(ascii: "<") else { return try readText() }
        switch try byte(at + 1) {
        case UInt8(ascii: "/"): return try readEnd()
        case UInt8(ascii: "?"): return try readInstruction()
        case UInt8(ascii: "!"): return try readDeclaration()
        default: return try readStart()
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension XMLScanner {
    private mutating func readText() throws(ReadFailure) -> Piece {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
            let byte = bytes[at]
            if byte == UInt8(ascii: "&") {
                guard !open.isEmpty else { throw malformed("text outside the outermost element") }
                try readReference()
                continue
            }
            if open.isEmpty, !JSONText.isSpace(byte) { throw malformed("text outside the outermost element") }
            if byte == UInt8(ascii: ">"), at >= start + 2, bytes[at - 1] == 0x5D, bytes[at - 2] == 0x5D {
                throw malformed("]]> in a text")
            }
            try checkCharacter()
            at += 1
        }
        content = start..<at
        return .text
    }

    private mutating func readStart() throws(ReadFailure) -> Piece {
        guard !hasRoot || !open.isEmpty else { throw malformed("a second outermost element") }
        at += 1
        let name = try readName()
        attributes.removeAll(keepingCapacity: true)
        var names = JSONKeys()
        while true {
            let isSpaced = skipSpace()
            switch try byte(at) {
            case UInt8(ascii: ">"):
                at += 1
                return try begin(name, isEmpty: false)
            case UInt8(ascii: "/"):
                guard try byte(at + 1) == UInt8(ascii: ">") else { throw malformed("a / that ends no element") }
                at += 2
                return try begin(name, isEmpty: true)
            default:
                guard isSpaced else { throw malformed("a blank is missing before an attribute") }
                let attribute = try readAttribute()
                guard names.insert(bytes[attribute.name], hasEscapes: false) else {
                    throw malformed("the attribute \(text(attribute.name)) stands twice")
                }
                attributes.append(attribute)
            }
        }
    }

    private mutating func begin(_ name: Range<Int>, isEmpty: Bool) throws(ReadFailure) -> Piece {
        hasRoot = true
        open.append(name)
        guard open.count <= mostDepth else {
            throw ReadFailure(
                .tooLarge, at: position(at), "elements more than \(mostDepth) inside one another",
                remedy: "no message of this trade needs that; ask the sender what this is")
        }
        isClosing = isEmpty
        content = local(name)
        return .start
    }

    private mutating func readEnd() throws(ReadFailure) -> Piece {
        at += 2
        let name = try readName()
        skipSpace()
        guard try byte(at) == UInt8(ascii: ">") else { throw malformed("</\(text(name)) has no >") }
        guard let begun = open.last else { throw malformed("</\(text(name))> closes nothing") }
        guard bytes[begun].elementsEqual(bytes[name]) else {
            throw malformed("</\(text(name))> where </\(text(begun))> was expected")
        }
        at += 1
        open.removeLast()
        content = local(name)
        return .end
    }

    private mutating func readAttribute() throws(ReadFailure) -> Attribute {
        let name = try readName()
        skipSpace()
        guard try byte(at) == UInt8(ascii: "=") else { throw malformed("the attribute \(text(name)) has no value") }
        at += 1
        skipSpace()
        let quote = try byte(at)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw malformed("the value of \(text(name)) is not in quotes")
        }
        at += 1
        let start = at
        while try byte(at) != quote {
            if bytes[at] == UInt8(ascii: "<") { throw malformed("a < in the value of \(text(name))") }
            if bytes[at] == UInt8(ascii: "&") {
                try readReference()
                continue
            }
            try checkCharacter()
            at += 1
        }
        defer { at += 1 }
        return Attribute(name: name, value: start..<at)
    }

    private mutating func readInstruction() throws(ReadFailure) -> Piece {
        let start = at
        at += 2
        let target = try readName()
        let isDeclaration = bytes[target].elementsEqual("xml".utf8)
        guard !isDeclaration || start == 0 else { throw malformed("an XML declaration that is not at the beginning") }
        try skip(to: "?>", of: "a processing instruction")
        return .other
    }

    /// A comment or a CDATA section; everything else that begins like these belongs to a DTD.
    private mutating func readDeclaration() throws(ReadFailure) -> Piece {
        if try begins("<!--") {
            at += 4
            try skip(to: "--", of: "a comment")
            guard try byte(at) == UInt8(ascii: ">") else { throw malformed("-- inside a comment") }
            at += 1
            return .other
        }
        if try begins("<![CDATA[") {
            guard !open.isEmpty else { throw malformed("text outside the outermost element") }
            at += 9
            let start = at
            try skip(to: "]]>", of: "a CDATA section")
            content = start..<(at - 3)
            return .cdata
        }
        throw ReadFailure(
            .unsupported, at: position(at), "a document type definition (DOCTYPE), which is never read",
            remedy: "messages of this trade have none; ask the sender for the plain message")
    }
}

extension XMLScanner {
    private static let longestReference = 12

    /// `&amp;` and its four companions, `&#21488;`, `&#x53F0;`.
    private mutating func readReference() throws(ReadFailure) {
        let start = at
        at += 1
        while at - start <= Self.longestReference, try XMLText.continuesReference(byte(at)) { at += 1 }
        guard try byte(at) == UInt8(ascii: ";"), XMLText.scalar(of: bytes[(start + 1)..<at]) != nil else {
            at = start
            throw malformed("an & that begins no known reference")
        }
        at += 1
    }

    private mutating func readName() throws(ReadFailure) -> Range<Int> {
        let start = at
        guard XMLText.beginsName(try byte(at)) else { throw malformed("a name was expected") }
        while XMLText.continuesName(try byte(at)) { at += 1 }
        let colons = bytes[start..<at].count { $0 == UInt8(ascii: ":") }
        guard colons == 0 || (colons == 1 && bytes[start] != UInt8(ascii: ":") && bytes[at - 1] != UInt8(ascii: ":"))
        else { throw malformed("\(text(start..<at)) is no name") }
        return start..<at
    }

    func local(_ name: Range<Int>) -> Range<Int> {
        guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return name }
        return (colon + 1)..<name.upperBound
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = at
        while at < bytes.count, JSONText.isSpace(bytes[at]) { at += 1 }
        return at > start
    }

    private mutating func skip(to end: StaticString, of what: String) throws(ReadFailure) {
        let begin = at
        while true {
            guard at < bytes.count else {
                at = begin
                throw truncated("\(what) does not end")
            }
            if try begins(end) { break }
            try checkCharacter()
            at += 1
        }
        at += end.utf8CodeUnitCount
    }

    /// Whether a word stands here; if the text ends inside it, nothing can be said.
    private func begins(_ word: StaticString) throws(ReadFailure) -> Bool {
        let count = word.utf8CodeUnitCount
        for offset in 0..<count {
            guard at + offset < bytes.count else { throw truncated("the text ends inside a mark") }
            if bytes[at + offset] != word.utf8Start[offset] { return false }
        }
        return true
    }

    private func byte(_ index: Int) throws(ReadFailure) -> UInt8 {
        guard index < bytes.count else { throw truncated("the text ends inside a mark") }
        return bytes[index]
    }

    /// Control characters and the two non-characters are no part of any document (production 2, Char).
    private func checkCharacter() throws(ReadFailure) {
        let byte = bytes[at]
        guard byte < 0x20 || byte == 0xEF else { return }
        if byte == 0xEF {
            guard at + 2 < bytes.count, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE else { return }
        } else if JSONText.isSpace(byte) {
            return
        }
        throw malformed("a character that XML does not allow")
    }

    private func truncated(_ reason: String) -> ReadFailure {
        ReadFailure(.truncated, at: position(bytes.count), reason, remedy: "get the whole message again")
    }

    private func malformed(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, at: position(at), reason, remedy: "look at the text there, or get the message again")
    }

    private func position(_ offset: Int) -> String { "line \(XMLText.lines(in: bytes[..<offset]) + 1)" }
}
