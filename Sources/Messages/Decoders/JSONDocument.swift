/// Checked JSON text in which values are found by path, as ranges of bytes.
struct JSONDocument {
    let bytes: [UInt8]
    /// The value without the blanks around it.
    let root: Range<Int>

    /// Checks `body` completely, so that nothing is ever taken from one that is damaged further down.
    init(_ body: [UInt8], limits: DecodingLimits = DecodingLimits()) throws(ReadFailure) {
        guard body.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, "\(body.count) bytes; at most \(limits.totalBytes) are read",
                remedy: "ask for less at once, or split the file")
        }
        bytes = try Self.plainUTF8(body)
        try JSONScanner.check(bytes, maximumDepth: limits.depth)
        // Checked: it is one value and blanks.
        let start = bytes.firstIndex { !JSONText.isSpace($0) } ?? 0
        root = start..<(bytes.lastIndex { !JSONText.isSpace($0) } ?? start) + 1
    }

    private static func plainUTF8(_ body: [UInt8]) throws(ReadFailure) -> [UInt8] {
        let bytes = body.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(body.dropFirst(3)) : body
        if let end = UTF8Check.firstInvalid(bytes) {
            let isCut = end.reachesEnd
            throw ReadFailure(
                isCut ? .truncated : .wrongEncoding, at: "byte \(end.offset)",
                isCut ? "the text ends inside a character" : "this is not UTF-8",
                remedy: isCut ? "ask again" : "JSON is UTF-8 (RFC 8259); save or ask for it so")
        }
        if let nul = bytes.firstIndex(of: 0) {
            throw ReadFailure(.malformed, at: "byte \(nul)", "a NUL", remedy: "look at the bytes there")
        }
        return bytes
    }

    /// The ranges of all values that `steps` lead to, in the order of the text.
    func find(_ steps: some Collection<JSONPath.Step>) -> [Range<Int>] { find(steps, from: root) }

    /// The same from a value inside the document on.
    func find(_ steps: some Collection<JSONPath.Step>, from start: Range<Int>) -> [Range<Int>] {
        var found = [start]
        for step in steps {
            var next: [Range<Int>] = []
            for range in found { follow(step, in: range) { next.append($0) } }
            found = next
        }
        return found
    }

    func find(_ path: JSONPath) -> [Range<Int>] { find(path.steps) }

    func isArray(_ range: Range<Int>) -> Bool { bytes[range.lowerBound] == UInt8(ascii: "[") }

    /// A string's content, a number or word as it stands, anything else as its JSON text.
    func text(_ range: Range<Int>) -> String {
        let slice = bytes[range]
        guard slice.first == UInt8(ascii: "\"") else { return String(decoding: slice, as: UTF8.self) }
        return String(decoding: JSONText.unescaped(slice.dropFirst().dropLast()), as: UTF8.self)
    }

    func elements(_ array: Range<Int>, _ take: (Range<Int>) -> Void) {
        follow(.each, in: array, take)
    }

    /// The keys of an object in the order of the text; none of anything else.
    func keys(of object: Range<Int>) -> [String] {
        var names: [String] = []
        members(object) { key, _ in names.append(text(key)) }
        return names
    }

    private func follow(_ step: JSONPath.Step, in range: Range<Int>, _ take: (Range<Int>) -> Void) {
        switch step {
        case .key(let name):
            members(range) { key, value in
                if JSONText.unescaped(bytes[key].dropFirst().dropLast()).elementsEqual(name.utf8) { take(value) }
            }
        case .index(let index):
            var count = 0
            everyElement(range) { value in
                if count == index { take(value) }
                count += 1
            }
        case .each:
            everyElement(range, take)
        }
    }

    private func everyElement(_ range: Range<Int>, _ take: (Range<Int>) -> Void) {
        guard isArray(range) else { return }
        var at = afterSpace(range.lowerBound + 1)
        while bytes[at] != UInt8(ascii: "]") {
            let end = afterValue(at)
            take(at..<end)
            at = afterSpace(end)
            if bytes[at] == UInt8(ascii: ",") { at = afterSpace(at + 1) }
        }
    }

    private func members(_ range: Range<Int>, _ take: (Range<Int>, Range<Int>) -> Void) {
        guard bytes[range.lowerBound] == UInt8(ascii: "{") else { return }
        var at = afterSpace(range.lowerBound + 1)
        while bytes[at] != UInt8(ascii: "}") {
            let key = at..<afterString(at)
            let start = afterSpace(afterSpace(key.upperBound) + 1)
            let end = afterValue(start)
            take(key, start..<end)
            at = afterSpace(end)
            if bytes[at] == UInt8(ascii: ",") { at = afterSpace(at + 1) }
        }
    }

    private func afterSpace(_ start: Int) -> Int {
        var at = start
        while at < bytes.count, JSONText.isSpace(bytes[at]) { at += 1 }
        return at
    }

    private func afterString(_ start: Int) -> Int {
        var at = start + 1
        while bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return at + 1
    }

    private func afterValue(_ start: Int) -> Int {
        // By pointer: this is what most of the time of reading goes into.
        bytes.withUnsafeBufferPointer { Self.afterValue(start, in: $0) }
    }

    private static func afterValue(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var at = start
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                while bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
                at += 1
                if depth == 0 { return at }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // At the outermost level the bracket is that of the value around a scalar.
                if depth == 0 { return at }
                depth -= 1
                at += 1
                if depth == 0 { return at }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return at }
                at += 1
            default: at += 1
            }
        }
        return at
    }
}
