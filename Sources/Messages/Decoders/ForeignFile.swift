/// Knows files that are no text by how they begin, to say plainly what to do instead of failing on their bytes.
enum ForeignFile {
    static func refuse(_ body: [UInt8]) throws(ReadFailure) {
        if body.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw unsupported("this is an Excel workbook or another ZIP file")
        }
        if body.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw unsupported("this is an old Excel workbook, or one locked with a password")
        }
        if body.starts(with: Array("%PDF-".utf8)) { throw unsupported("this is a PDF") }
        if body.starts(with: [0x1F, 0x8B]) { throw unsupported("this file is compressed with gzip") }
        let start = String(decoding: body.prefix(512), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<!doctype html") || start.contains("<table") {
            throw unsupported("this is a web page")
        }
    }

    private static func unsupported(_ reason: String) -> ReadFailure {
        ReadFailure(.unsupported, reason, remedy: "open it, save the sheet as \"CSV UTF-8\", and import that")
    }
}
