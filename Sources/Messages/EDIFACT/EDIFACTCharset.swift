/// The characters of an interchange, as its header names them (ISO 9735, element 0001).
enum EDIFACTCharset: Hashable, Sendable {
    /// Nothing has to be converted.
    case utf8
    /// A name that the system's converter knows.
    case other(String)

    /// Levels A and B have no letters beyond ASCII; where such stand all the same they are taken for those of level C.
    private static let names = [
        "UNOA": "ISO-8859-1", "UNOB": "ISO-8859-1", "UNOC": "ISO-8859-1", "UNOD": "ISO-8859-2",
        "UNOE": "ISO-8859-5", "UNOF": "ISO-8859-7", "UNOG": "ISO-8859-3", "UNOH": "ISO-8859-4",
        "UNOI": "ISO-8859-6", "UNOJ": "ISO-8859-8", "UNOK": "ISO-8859-9",
    ]

    /// - Parameters:
    ///   - level: `UNOC`; nil where a message comes without an interchange around it.
    ///   - isUTF8: whether the whole file is well-formed UTF-8. Then it is, whatever the header says: text of another
    ///     set hardly ever looks like it, and many systems write UTF-8 under the header of old.
    /// - Throws: `wrong-encoding` for a set that is not known, or UTF-8 that is none.
    init(level: String?, isUTF8: Bool) throws(ReadFailure) {
        if isUTF8 {
            self = .utf8
            return
        }
        guard let level, !level.isEmpty else {
            self = .other("ISO-8859-1")
            return
        }
        guard let name = Self.names[level] else {
            throw ReadFailure(
                .wrongEncoding, at: "UNB",
                level == "UNOY" || level == "UNOW"
                    ? "the header says \(level), which is UTF-8; this is not" : "the header says \(level.prefix(12))",
                remedy: "UNOA to UNOK and UTF-8 are read; ask the sender for one of these")
        }
        self = .other(name)
    }

    /// The text in UTF-8; nil if it holds what the set does not have.
    func utf8(_ text: [UInt8]) -> [UInt8]? {
        guard case .other(let name) = self, text.contains(where: { $0 >= 0x80 }) else { return text }
        return try? TextDecoding.converted(text, from: name)
    }
}
