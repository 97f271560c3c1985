extension AskTemplate {
    /// What leads to the next page of an answer; nil after the last one.
    ///
    /// - Parameter header: the value of a header of the answer, by its name in any case.
    public func nextPage(header: (String) -> String?) -> String? {
        for name in pageHeaders {
            guard let value = header(name)?.trimmed, !value.isEmpty else { continue }
            if name.lowercased() != "link" { return value }
            if let next = Self.next(inLink: value) { return next }
        }
        return nil
    }

    /// What leads to the next page of an answer, told by its headers or by the answer itself; nil after the last one.
    public func nextPage(header: (String) -> String?, body: [UInt8]) -> String? {
        if let page = nextPage(header: header) { return page }
        guard let pagePath, let document = try? JSONUnwrapping.apply(unwrap, to: JSONDocument(body)),
            let found = document.find(pagePath).first
        else { return nil }
        let text = document.text(found).trimmed
        return text.isEmpty || text == "null" || text == "false" ? nil : text
    }

    /// What an answer is.
    ///
    /// The conditions of the profile come first; then a web page in the place of data is a refusal, whatever its
    /// status, and the usual meaning of the status decides.
    public func verdict(status: Int, contentType: String?, body: [UInt8]) -> AnswerVerdict {
        // Read only where a condition looks into it: a usual answer is read once, by its profile.
        lazy var document = try? JSONUnwrapping.apply(unwrap, to: JSONDocument(body))
        func holds(_ conditions: [AnswerCondition]) -> Bool {
            conditions.contains { $0.holds(status: status, document: document) }
        }
        if let refusal = blocked.first(where: { $0.holds(status: status, document: document) }) {
            return .blocked(reason: refusal.reason ?? Self.reason(of: refusal, document) ?? "status \(status)")
        }
        if holds(quotaUsed) { return .quotaUsed }
        if holds(slowDown) { return .slowDown }
        if holds(unknown) { return .unknownNumber }
        if holds(nothing) { return .nothing }
        if status == 429 || status == 503 { return .slowDown }
        if status == 401 || status == 403 { return .blocked(reason: "status \(status)") }
        guard (200...299).contains(status) else { return .failed(kind: "status-\(status)") }
        if status == 204 { return .nothing }
        if let condition = failed.first(where: { $0.holds(status: status, document: document) }) {
            return .failed(kind: Self.kind(of: condition, document))
        }
        if expectsJSON, Self.isWebPage(contentType, body), document == nil {
            return .blocked(reason: "a web page instead of data")
        }
        return .data
    }

    /// What the carrier itself says of its refusal, as a word.
    private static func reason(of condition: AnswerCondition, _ document: JSONDocument?) -> String? {
        guard let path = condition.path, let document, let found = document.find(path).first else { return nil }
        let word = document.text(found).prefix(60).filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        return word.isEmpty ? nil : word
    }

    /// `answer-18010013` for a code that stands for a failure; `shape-changed` where something is not there.
    private static func kind(of condition: AnswerCondition, _ document: JSONDocument?) -> String {
        guard let path = condition.path else { return "shape-changed" }
        let text = document.flatMap { document in document.find(path).first.map(document.text) } ?? ""
        return refusal("answer", text)
    }

    /// A stable word of a carrier's own code: what it is, and the letters and digits of the code.
    static func refusal(_ what: String, _ code: String) -> String {
        let word = code.prefix(32).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return word.isEmpty ? what : "\(what)-\(word)"
    }

    /// Looked at byte by byte: every answer is asked this, and most are none.
    private static func isWebPage(_ contentType: String?, _ body: [UInt8]) -> Bool {
        if contentType?.lowercased().contains("html") ?? false { return true }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = body.starts(with: mark)
        let start = body.dropFirst(hasMark ? mark.count : 0).prefix(256).drop {
            $0 == 0x20 || (0x09...0x0D).contains($0)
        }
        if hasMark, start.first == UInt8(ascii: "<") { return true }
        return ["<!doctype html", "<html"].contains { start.begins(with: $0) }
    }

    /// The target of `rel=next` in a Link header (RFC 8288).
    private static func next(inLink value: String) -> String? {
        for link in value.split(separator: ",") {
            guard let open = link.firstIndex(of: "<"), let close = link.firstIndex(of: ">"), open < close else {
                continue
            }
            let parameters = link[link.index(after: close)...].lowercased().filter { !$0.isWhitespace && $0 != "\"" }
            if parameters.split(separator: ";").contains("rel=next") {
                return String(link[link.index(after: open)..<close])
            }
        }
        return nil
    }
}

extension String {
    /// Without blanks at either end.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension ArraySlice<UInt8> {
    /// - Parameter beginning: in small letters; the case of ASCII letters here does not matter.
    fileprivate func begins(with beginning: String) -> Bool {
        starts(with: beginning.utf8) { byte, small in
            byte == small || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == small
        }
    }
}
