#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Pulls tags and text out of one part of a workbook, which is never in memory as a whole.
///
/// Knows as much XML as the parts of a workbook have (ISO/IEC 29500): elements, attributes, the five entities and
/// character references, comments, CDATA. A document type is refused, and with it every entity of the writer's own.
final class TagScanner {
    enum Token { case open, close, text, end }

    /// The longest tag or text: Excel's longest cell is 32,767 characters.
    private static let longest = 1 << 20
    private static let deepest = 64

    let part: InflatedPart
    let name: String
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 64 << 10
    private var at = 0
    private var end = 0
    private var isEmptyElement = false
    private var open: [UInt64] = []
    private var nameRange = 0..<0
    private(set) var attributes = 0..<0
    private(set) var text = 0..<0
    /// Whether the text is to be taken as it stands.
    private(set) var isVerbatim = false

    init(_ part: InflatedPart, name: String) {
        self.part = part
        self.name = name
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// How many elements are open.
    var depth: Int { open.count }

    /// The next token; what it holds may be looked at until the one after is asked for.
    ///
    /// - Throws: `malformed`, `truncated`, `too-large`.
    func next() throws(ReadFailure) -> Token {
        if isEmptyElement {
            isEmptyElement = false
            open.removeLast()
            return .close
        }
        while true {
            if at == end, try !fill() {
                guard open.isEmpty else { throw truncated() }
                return .end
            }
            if bytes[at] != UInt8(ascii: "<") {
                let close = try find(UInt8(ascii: "<"), from: at)
                text = at..<close
                isVerbatim = false
                at = text.upperBound
                return .text
            }
            if let token = try readTag() { return token }
        }
    }

    /// Whether the element that was opened or closed is called so, apart from its prefix.
    func isNamed(_ name: StaticString) -> Bool {
        nameRange.count == name.utf8CodeUnitCount
            && memcmp(bytes + nameRange.lowerBound, name.utf8Start, nameRange.count) == 0
    }

    /// Skips everything inside the element that was just opened.
    func skipElement() throws(ReadFailure) {
        let outside = depth - 1
        while depth > outside { _ = try next() }
    }

    // MARK: - Tags

    /// Nil for a comment or a processing instruction.
    private func readTag() throws(ReadFailure) -> Token? {
        while end - at < 9, try fill() {}
        guard end - at >= 2 else { throw truncated() }
        switch bytes[at + 1] {
        case UInt8(ascii: "?"):
            at = try find("?>", from: at + 2)
            return nil
        case UInt8(ascii: "!"): return try readDeclaration()
        case UInt8(ascii: "/"):
            let close = try find(UInt8(ascii: ">"), from: at)
            guard close < end else { throw truncated() }
            return try closeElement(close)
        default: return try openElement()
        }
    }

    private func readDeclaration() throws(ReadFailure) -> Token? {
        if starts("<!--") {
            at = try find("-->", from: at + 4)
            return nil
        }
        guard starts("<![CDATA[") else {
            throw ReadFailure(
                .malformed, at: name, "a document type, which could define entities; a workbook has none",
                remedy: "ask the sender what the file is")
        }
        let length = try find("]]>", from: at + 9) - at
        text = (at + 9)..<(at + length - 3)
        isVerbatim = true
        at += length
        return .text
    }

    private func openElement() throws(ReadFailure) -> Token {
        let close = try endOfTag()
        var from = at + 1
        let isEmpty = bytes[close - 1] == UInt8(ascii: "/")
        let last = isEmpty ? close - 1 : close
        var until = from
        while until < last, !JSONText.isSpace(bytes[until]) { until += 1 }
        open.append(hash(from..<until))
        guard until > from, open.count <= Self.deepest else { throw malformed("a tag that is none") }
        attributes = until..<last
        for index in from..<until where bytes[index] == UInt8(ascii: ":") { from = index + 1 }
        nameRange = from..<until
        isEmptyElement = isEmpty
        at = close + 1
        return .open
    }

    private func closeElement(_ close: Int) throws(ReadFailure) -> Token {
        var from = at + 2
        var until = from
        while until < close, !JSONText.isSpace(bytes[until]) { until += 1 }
        guard let opened = open.popLast(), opened == hash(from..<until) else {
            throw malformed("a tag is closed that was not open")
        }
        for index in from..<until where bytes[index] == UInt8(ascii: ":") { from = index + 1 }
        nameRange = from..<until
        at = close + 1
        return .close
    }

    /// Where the tag that begins at `at` ends; a `>` inside quotes is none.
    private func endOfTag() throws(ReadFailure) -> Int {
        var offset = 1
        var quote: UInt8 = 0
        while true {
            while at + offset < end {
                let byte = bytes[at + offset]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    return at + offset
                } else if byte == UInt8(ascii: "<") {
                    throw malformed("a tag inside a tag")
                }
                offset += 1
            }
            guard try fill() else { throw truncated() }
        }
    }

    private func hash(_ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash
    }

    // MARK: - Bytes

    private func starts(_ text: StaticString) -> Bool {
        end - at >= text.utf8CodeUnitCount && memcmp(bytes + at, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    /// Where the byte stands, or the end of the part.
    private func find(_ byte: UInt8, from start: Int) throws(ReadFailure) -> Int {
        var offset = start - at
        while true {
            if let found = memchr(bytes + at + offset, Int32(byte), end - at - offset) {
                return at + (found - UnsafeMutableRawPointer(bytes + at))
            }
            offset = end - at
            guard try fill() else { return end }
        }
    }

    /// Behind the text.
    private func find(_ text: StaticString, from start: Int) throws(ReadFailure) -> Int {
        var offset = start - at
        let length = text.utf8CodeUnitCount
        while true {
            while at + offset + length <= end {
                if memcmp(bytes + at + offset, text.utf8Start, length) == 0 { return at + offset + length }
                offset += 1
            }
            guard try fill() else { throw truncated() }
        }
    }

    /// Gets more bytes behind those from `at` on, which move to the front; false at the end of the part.
    private func fill() throws(ReadFailure) -> Bool {
        if at > 0 {
            memmove(bytes, bytes + at, end - at)
            end -= at
            at = 0
        }
        if end == capacity { try grow() }
        let made = try part.read(into: UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end))
        end += made
        return made > 0
    }

    private func grow() throws(ReadFailure) {
        guard capacity < Self.longest else {
            throw ReadFailure(
                .tooLarge, at: name, "a cell or tag of more than \(Self.longest >> 10) KB",
                remedy: "ask the sender what the file is")
        }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: bytes, count: end)
        bytes.deallocate()
        bytes = larger
        capacity *= 2
    }

    // MARK: - Failures

    func malformed(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, at: name, "this is not XML: \(reason)", remedy: ZipArchive.remedy)
    }

    private func truncated() -> ReadFailure {
        ReadFailure(.truncated, at: name, "the XML ends before it is complete", remedy: "get the whole file again")
    }
}
