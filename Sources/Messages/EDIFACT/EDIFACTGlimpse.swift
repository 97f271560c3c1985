/// The beginning of an interchange: enough to tell which messages it holds, even if it is damaged further down.
struct EDIFACTGlimpse {
    /// Bytes within which an interchange must show what it is.
    private static let size = 256 << 10

    /// IFTSTA, CONTRL, …; of its first messages.
    private(set) var types: Set<String> = []

    /// Nil unless the text begins like an interchange.
    init?(_ body: [UInt8]) {
        let start = Array(body.prefix(Self.size))
        let bytes = start.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(start.dropFirst(3)) : start
        guard Self.looksLikeOne(bytes) else { return nil }
        var scanner = EDIFACTScanner(bytes)
        var isAtTop = true
        // Where it is damaged, or cut by us, is of no interest here; the decoder will tell.
        while !scanner.isAtEnd() {
            if isAtTop, (try? scanner.beginInterchange()) == nil { return }
            guard !scanner.isAtEnd(), let segment = try? scanner.next() else { return }
            isAtTop = segment.tag == "UNZ"
            if segment.tag == "UNH" { types.insert(segment.text(1, in: bytes)) }
        }
    }

    /// Whether the text begins with the tag of a service segment and a separator behind it.
    static func looksLikeOne(_ bytes: [UInt8]) -> Bool {
        guard let start = bytes.firstIndex(where: { !JSONText.isSpace($0) }) else { return false }
        let tag = bytes[start...].prefix(3)
        guard ["UNA", "UNB", "UNG", "UNH"].contains(where: { tag.elementsEqual($0.utf8) }) else { return false }
        guard let next = bytes[start...].dropFirst(3).first else { return true }
        return !Character(Unicode.Scalar(next)).isLetter && !Character(Unicode.Scalar(next)).isNumber
    }
}
