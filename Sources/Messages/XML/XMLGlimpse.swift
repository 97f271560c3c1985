/// The beginning of a document: enough to tell what it is, even if it is damaged further down.
struct XMLGlimpse {
    /// Bytes within which a document must show what it is.
    private static let size = 256 << 10

    let root: String
    /// The names of its first elements, and of their attributes with an `@` before them.
    let names: Set<String>

    /// Nil unless the text, in whatever encoding, begins like a document.
    init?(_ body: [UInt8]) {
        let bytes = Self.ascii(body.prefix(Self.size))
        var scanner = XMLScanner(bytes, from: Self.afterDocumentType(bytes))
        var root: String?
        var names: Set<String> = []
        // Where it is damaged, or cut by us, is of no interest here; the decoder will tell.
        while let piece = try? scanner.next() {
            guard piece == .start else { continue }
            let name = scanner.text(scanner.content)
            root = root ?? name
            names.insert(name)
            for attribute in scanner.attributes { names.insert("@" + scanner.text(scanner.local(attribute.name))) }
        }
        guard let root else { return nil }
        self.root = root
        self.names = names
    }

    /// Behind a DOCTYPE, which the decoder refuses; but to say so, the document must first be known for what it is.
    private static func afterDocumentType(_ bytes: [UInt8]) -> Int {
        let mark = Array("<!DOCTYPE".utf8)
        guard let start = bytes.indices.first(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }),
            let end = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") })
        else { return 0 }
        guard bytes[end] == UInt8(ascii: "[") else { return end + 1 }
        let close = bytes[end...].indices.first { at in
            bytes[at] == UInt8(ascii: "]")
                && bytes[(at + 1)...].first { !JSONText.isSpace($0) } == UInt8(ascii: ">")
        }
        return close.flatMap { bytes[$0...].firstIndex(of: UInt8(ascii: ">")) }.map { $0 + 1 } ?? 0
    }

    /// The text in some encoding that has ASCII in it: two-byte characters are narrowed.
    private static func ascii(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        let plain = marks.first { body.starts(with: $0) }.map { body.dropFirst($0.count) } ?? body
        guard plain.prefix(4).contains(0) else { return Array(plain) }
        let isBig = plain.first == 0
        return stride(from: plain.startIndex, to: plain.endIndex - 1, by: 2).map { at in
            let (high, low) = isBig ? (plain[at], plain[at + 1]) : (plain[at + 1], plain[at])
            return high == 0 ? low : UInt8(ascii: "?")
        }
    }
}
