/// The beginning of an unknown file, looked at once for all profiles.
struct RecognitionSample {
    /// Bytes within which a file must show what it is.
    private static let size = 256 << 10

    private let bytes: [UInt8]
    private let document: JSONDocument?
    /// Of a table in text, its first rows; nil for anything else.
    private let table: [UInt8]?
    /// Of a workbook, the first rows of each sheet that can be seen.
    private let sheets: [[[String]]]
    private let body: [UInt8]
    private let glimpse: XMLGlimpse?
    private let interchange: EDIFACTGlimpse?

    init(_ body: [UInt8], fileName: String?) {
        bytes = Array(body.prefix(Self.size))
        self.body = body
        // The marks of every encoding are passed over: where the first character is none of the three, it is a table.
        let start = body.first { !JSONText.isSpace($0) && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0].contains($0) }
        glimpse = start == UInt8(ascii: "<") ? XMLGlimpse(body) : nil
        interchange = EDIFACTGlimpse(body)
        let isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
        // A file that is damaged further down is still known by its keys, so that its damage can be reported.
        document = isJSON ? try? JSONDocument(body) : nil
        let isArchive = ZipArchive.looksLikeOne(body)
        table = isJSON || isArchive || glimpse != nil || interchange != nil ? nil : Self.tableText(body)
        sheets = isArchive ? Self.firstRows(of: body) : []
    }

    /// 0: not of this kind; otherwise how much speaks for it.
    func fit(_ profile: Profile) -> Int {
        if profile.reads == .table { return tableFit(profile) }
        if profile.reads == .xml { return documentFit(profile) }
        if profile.reads == .edifact { return interchangeFit(profile) }
        // A schema names every key of the messages it describes, and is none of them.
        if let document, NoMessage.isSchema(document) { return 0 }
        let ways = [profile.recognition] + profile.recognition.others
        return ways.map(fit).max() ?? 0
    }

    private func fit(_ recognition: Recognition) -> Int {
        guard !recognition.isEmpty else { return 0 }
        guard table == nil, sheets.isEmpty, glimpse == nil, interchange == nil,
            recognition.keys.allSatisfy(hasKey)
        else { return 0 }
        let paths = recognition.all + recognition.any
        if !paths.isEmpty {
            guard let document, recognition.all.allSatisfy({ !document.find($0).isEmpty }),
                recognition.any.isEmpty || recognition.any.contains(where: { !document.find($0).isEmpty })
            else { return 0 }
        }
        return 1 + recognition.keys.count + recognition.all.count + (recognition.any.isEmpty ? 0 : 1)
    }

    private func interchangeFit(_ profile: Profile) -> Int {
        guard let interchange else { return 0 }
        return interchange.types.isDisjoint(with: profile.edifact.types) ? 0 : 2
    }

    private func documentFit(_ profile: Profile) -> Int {
        guard let glimpse else { return 0 }
        if let envelope = profile.xml.envelope, envelope.roots.contains(glimpse.root) {
            // What cannot be opened is still known, so that its damage can be reported.
            guard let plain = try? XMLEncoding.plainUTF8(body),
                let inner = try? XMLEnvelope.opened(plain, profile.xml, limits: DecodingLimits()),
                let inside = XMLGlimpse(inner)
            else { return 1 }
            return max(1, documentFit(profile, inside))
        }
        return documentFit(profile, glimpse)
    }

    private func documentFit(_ profile: Profile, _ glimpse: XMLGlimpse) -> Int {
        let recognition = profile.recognition
        guard !recognition.isEmpty, profile.xml.roots.isEmpty || profile.xml.roots.contains(glimpse.root),
            recognition.keys.allSatisfy(glimpse.names.contains)
        else { return 0 }
        return 1 + (recognition.roots.isEmpty ? 0 : 1) + recognition.keys.count
    }

    private func tableFit(_ profile: Profile) -> Int {
        if let table { return TableStart.find(in: table, profile).map { Self.fit($0.start, profile) } ?? 0 }
        return sheets.compactMap { TableStart($0, profile).map { Self.fit($0, profile) } }.max() ?? 0
    }

    private static func fit(_ start: TableStart, _ profile: Profile) -> Int {
        let has = { (name: String) in profile.columns.index(name).map(start.has) ?? false }
        guard profile.recognition.columns.allSatisfy(has), !profile.recognition.lacks.contains(where: has) else {
            return 0
        }
        return start.matched >= 2 && start.lack(profile) == nil ? start.matched : 0
    }

    /// What cannot be read shows nothing; reading it by a profile says why.
    private static func firstRows(of body: [UInt8]) -> [[[String]]] {
        guard let workbook = try? Workbook(body, limits: DecodingLimits()) else { return [] }
        return workbook.sheets.filter { !$0.isHidden }.compactMap { sheet in
            (try? workbook.rows(sheet, merged: [])).map { TableStart.firstRows($0).words }
        }
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
