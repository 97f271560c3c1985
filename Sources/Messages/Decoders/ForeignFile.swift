/// Knows files that are no text by how they begin, to say plainly what to do instead of failing on their bytes.
enum ForeignFile {
    static func refuse(_ body: [UInt8]) throws(ReadFailure) {
        if body.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // Both kinds begin alike; the name of the stream that holds a locked workbook stands in the directory.
            let locked = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
            if isIn(body.prefix(1 << 20), locked) {
                throw ReadFailure(
                    .unsupported, "this workbook is locked with a password",
                    remedy: "open it, save it without a password, and import that")
            }
            throw ReadFailure(
                .unsupported, "this is an Excel workbook of the old kind (.xls)",
                remedy: "open it, save it as an Excel workbook (.xlsx) or as \"CSV UTF-8\", and import that")
        }
        if body.starts(with: Array("%PDF-".utf8)) { throw unsupported("this is a PDF") }
        if body.starts(with: [0x1F, 0x8B]) { throw unsupported("this file is compressed with gzip") }
        let start = String(decoding: body.prefix(512), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<!doctype html") || start.contains("<table") {
            throw unsupported("this is a web page")
        }
    }

    private static func isIn(_ body: ArraySlice<UInt8>, _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, body.count >= needle.count else { return false }
        for at in body.startIndex...(body.endIndex - needle.count) where body[at] == first {
            if body[at..<(at + needle.count)].elementsEqual(needle) { return true }
        }
        return false
    }

    private static func unsupported(_ reason: String) -> ReadFailure {
        ReadFailure(.unsupported, reason, remedy: "open it, save the sheet as \"CSV UTF-8\", and import that")
    }
}
