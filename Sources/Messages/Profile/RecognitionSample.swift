/// The beginning of an unknown file, looked at once for all profiles.
struct RecognitionSample {
    /// Bytes within which a file must show what it is.
    private static let size = 256 << 10

    private let bytes: [UInt8]
    private let document: JSONDocument?
    private let table: [UInt8]?

    init(_ body: [UInt8], fileName: String?) {
        bytes = Array(body.prefix(Self.size))
        let start = body.first { !JSONText.isSpace($0) && ![0xEF, 0xBB, 0xBF].contains($0) }
        let isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
        // A file that is damaged further down is still known by its keys, so that its damage can be reported.
        document = isJSON ? try? JSONDocument(body) : nil
        table = isJSON ? nil : Self.tableText(body)
    }

    /// 0: not of this kind; otherwise how much speaks for it.
    func fit(_ profile: Profile) -> Int {
        if profile.reads == .csv { return tableFit(profile) }
        let ways = [profile.recognition] + profile.recognition.others
        return ways.map(fit).max() ?? 0
    }

    private func fit(_ recognition: Recognition) -> Int {
        guard !recognition.isEmpty else { return 0 }
        guard table == nil, recognition.keys.allSatisfy(hasKey) else { return 0 }
        let paths = recognition.all + recognition.any
        if !paths.isEmpty {
            guard let document, recognition.all.allSatisfy({ !document.find($0).isEmpty }),
                recognition.any.isEmpty || recognition.any.contains(where: { !document.find($0).isEmpty })
            else { return 0 }
        }
        return 1 + recognition.keys.count + recognition.all.count + (recognition.any.isEmpty ? 0 : 1)
    }

    private func tableFit(_ profile: Profile) -> Int {
        guard let table, let header = TableHeader.find(in: table, profile.columns)?.header else { return 0 }
        let has = { (name: String) in profile.columns.index(name).flatMap { header.cells[$0] } != nil }
        guard profile.recognition.columns.allSatisfy(has), profile.shape.required.allSatisfy(has) else { return 0 }
        guard header.matched >= 2 else { return 0 }
        let any = profile.shape.any
        return any.isEmpty || any.contains { $0.allSatisfy(has) } ? header.matched : 0
    }

    private static func tableText(_ body: [UInt8]) -> [UInt8]? {
        guard (try? ForeignFile.refuse(body)) != nil else { return nil }
        // Cutting may part a character or a quoted cell; the first rows are all that is needed.
        let lines = body.prefix(size)
        if let text = try? TextDecoding.plainUTF8(Array(lines)) { return text }
        guard let end = lines.lastIndex(of: 0x0A) else { return nil }
        return try? TextDecoding.plainUTF8(Array(lines[...end]))
    }

    /// Whether an object somewhere has the key, by its text alone.
    private func hasKey(_ key: String) -> Bool {
        let needle = Array(JSONText.quoted(key).utf8)
        guard bytes.count >= needle.count else { return false }
        var at = 0
        while at + needle.count <= bytes.count {
            if bytes[at] == needle[0], bytes[at..<(at + needle.count)].elementsEqual(needle) {
                let after = bytes[(at + needle.count)...].first { !JSONText.isSpace($0) }
                if after == UInt8(ascii: ":") { return true }
            }
            at += 1
        }
        return false
    }
}
