/// Reads an interchange segment by segment (ISO 9735), without building anything.
struct EDIFACTScanner {
    let bytes: [UInt8]
    let limits: DecodingLimits
    var separators: EDIFACTSeparators
    private(set) var at: Int

    /// - Parameter start: where a segment begins, or blanks before one.
    init(
        _ bytes: [UInt8], from start: Int = 0, separators: EDIFACTSeparators = .usual,
        limits: DecodingLimits = DecodingLimits()
    ) {
        self.bytes = bytes
        self.limits = limits
        self.separators = separators
        at = start
    }

    /// Whether only blanks are left, and what some systems pad a file with.
    mutating func isAtEnd() -> Bool {
        while at < bytes.count, JSONText.isSpace(bytes[at]) || bytes[at] == 0x1A { at += 1 }
        return at >= bytes.count
    }

    func begins(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        return at + count <= bytes.count && (0..<count).allSatisfy { bytes[at + $0] == word.utf8Start[$0] }
    }

    /// Takes over the separators of an interchange that begins here: those that its UNA names, or the usual ones.
    mutating func beginInterchange() throws(ReadFailure) {
        guard begins("UNA") else {
            // Level B is known by the character behind the first tag.
            let isLevelB = at + 3 < bytes.count && bytes[at + 3] == EDIFACTSeparators.levelB.element
            separators = isLevelB ? .levelB : .usual
            return
        }
        guard at + 9 <= bytes.count else { throw truncated("the text ends inside UNA") }
        guard let advised = EDIFACTSeparators(bytes[at + 3..<at + 9]) else {
            throw malformed("UNA names characters that cannot separate anything")
        }
        separators = advised
        at += 9
        _ = isAtEnd()
    }

    /// Call only where something is left.
    mutating func next() throws(ReadFailure) -> EDIFACTSegment {
        let start = at
        let most = start + limits.segmentBytes
        var isReleased = false
        while at < bytes.count, isReleased || bytes[at] != separators.terminator {
            let byte = bytes[at]
            // A line that was wrapped behind a release character goes on in the next.
            if !(isReleased && separators.isLayout(byte)) { isReleased = !isReleased && byte == separators.release }
            at += 1
            guard at <= most else {
                at = start
                throw ReadFailure(
                    .tooLarge, at: position(start), "a segment of more than \(limits.segmentBytes) bytes",
                    remedy: "a terminator may be lost; get the interchange again")
            }
        }
        guard at < bytes.count else {
            at = start
            throw truncated("the text ends inside a segment: \(peek(start))")
        }
        at += 1
        return EDIFACTSegment(tag: tag(start), range: start..<at, separators: separators)
    }

    private func tag(_ start: Int) -> String {
        let separators = separators
        let tag = bytes[start..<at - 1].prefix(12).prefix { $0 != separators.element && $0 != separators.component }
        return String(decoding: tag.filter { !separators.isLayout($0) }, as: UTF8.self)
    }

    private func peek(_ start: Int) -> String {
        String(decoding: bytes[start..<min(bytes.count, start + 24)].filter { $0 >= 0x20 && $0 < 0x7F }, as: UTF8.self)
    }

    func truncated(_ reason: String) -> ReadFailure {
        ReadFailure(
            .truncated, at: position(bytes.count), reason,
            remedy: "get the whole interchange again; nothing of it was taken")
    }

    func malformed(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, at: position(at), reason, remedy: "look at the text there, or get the message again")
    }

    func position(_ offset: Int) -> String {
        "line \(XMLText.lines(in: bytes[..<offset]) + 1), byte \(offset)"
    }
}
