/// The central directory of a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4).
///
/// Only the directory at the end counts. Nothing in it is believed before it has been held against the bytes: every
/// entry lies within the archive, no two share bytes or a name.
struct ZipArchive {
    /// A workbook has some dozens of parts.
    static let mostEntries = 10_000

    let bytes: [UInt8]
    private(set) var entries: [String: ZipEntry] = [:]

    /// - Throws: `malformed`, `truncated` or `unsupported`.
    init(_ bytes: [UInt8]) throws(ReadFailure) {
        self.bytes = bytes
        let end = try Self.endOfDirectory(bytes)
        let fields = ByteFields(bytes, at: end)
        let count = fields.short(10)
        let size = Int(fields.long(12))
        let start = Int(fields.long(16))
        guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
            throw ReadFailure(
                .unsupported, "a ZIP64 archive; a workbook never needs to be one", remedy: Self.remedy)
        }
        guard count <= Self.mostEntries else { throw Self.damaged("\(count) parts") }
        guard start + size <= end else { throw Self.damaged("its directory lies outside it") }
        try readDirectory(start..<(start + size), count)
        try refuseSharedBytes(directory: start)
    }

    static func looksLikeOne(_ body: [UInt8]) -> Bool {
        body.starts(with: [0x50, 0x4B, 0x03, 0x04]) || body.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    func entry(_ name: String) -> ZipEntry? { entries[Self.comparable(name)] }

    static func comparable(_ name: String) -> String {
        let path = name.lowercased().map { $0 == "\\" ? "/" : $0 }
        return String(path.drop { $0 == "/" })
    }

    private static func endOfDirectory(_ bytes: [UInt8]) throws(ReadFailure) -> Int {
        var at = bytes.count - 22
        let first = max(0, at - 0xFFFF)
        while at >= first {
            if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 0x05, bytes[at + 3] == 0x06 { return at }
            at -= 1
        }
        throw ReadFailure(
            .truncated, "the archive ends before its directory", remedy: "get the whole file again")
    }

    private mutating func readDirectory(_ range: Range<Int>, _ count: Int) throws(ReadFailure) {
        var at = range.lowerBound
        for _ in 0..<count {
            let fields = ByteFields(bytes, at: at)
            guard at + 46 <= range.upperBound, fields.long(0) == 0x0201_4B50 else {
                throw Self.damaged("its directory is damaged")
            }
            let nameEnd = at + 46 + fields.short(28)
            let next = nameEnd + fields.short(30) + fields.short(32)
            guard next <= range.upperBound else { throw Self.damaged("its directory is damaged") }
            let name = Self.comparable(String(decoding: bytes[(at + 46)..<nameEnd], as: UTF8.self))
            if !name.hasSuffix("/") {
                guard entries[name] == nil else { throw Self.damaged("two of its parts are called \(name)") }
                entries[name] = try entry(name, fields)
            }
            at = next
        }
    }

    private func entry(_ name: String, _ fields: ByteFields) throws(ReadFailure) -> ZipEntry {
        guard fields.short(8) & 1 == 0 else {
            throw ReadFailure(
                .unsupported, at: name, "the archive is locked with a password",
                remedy: "open it, save it without a password, and import that")
        }
        let method: ZipEntry.Method
        switch fields.short(10) {
        case 0: method = .stored
        case 8: method = .deflated
        case let other:
            throw ReadFailure(.unsupported, at: name, "compressed by method \(other)", remedy: Self.remedy)
        }
        let compressed = Int(fields.long(20))
        let header = Int(fields.long(42))
        let local = ByteFields(bytes, at: header)
        guard header + 30 <= bytes.count, local.long(0) == 0x0403_4B50 else {
            throw Self.damaged("\(name) is not where its directory says")
        }
        let start = header + 30 + local.short(26) + local.short(28)
        guard start + compressed <= bytes.count else { throw Self.damaged("\(name) reaches past its end") }
        return ZipEntry(
            name: name, method: method, range: start..<(start + compressed), size: UInt64(fields.long(24)),
            checksum: fields.long(16))
    }

    /// Parts that share bytes are how a small archive pretends to be a large one.
    private func refuseSharedBytes(directory: Int) throws(ReadFailure) {
        var end = 0
        for entry in entries.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard entry.range.lowerBound >= end, entry.range.upperBound <= directory else {
                throw Self.damaged("\(entry.name) lies over another part")
            }
            end = entry.range.upperBound
        }
    }

    static let remedy = "open it, save it again as an Excel workbook (.xlsx), and import that"

    static func damaged(_ reason: String) -> ReadFailure {
        ReadFailure(.malformed, "the archive is damaged: \(reason)", remedy: "get the file again, or " + remedy)
    }
}
