/// The beginning of a document: enough to tell what it is, even if it is damaged further down.
struct XMLGlimpse {
    /// Bytes within which a document must show what it is.
    private static let size = 256 << 10

    let root: String
    /// The names of its first elements, and of their attributes with an `@` before them.
    let names: Set<String>

    /// Nil unless the text, in whatever encoding, begins like a document.
    init?(_ body: [UInt8]) {
        var scanner = XMLScanner(Self.ascii(body.prefix(Self.size)))
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
