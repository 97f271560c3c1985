/// Overwrites what must not be kept of an XML document, before anything else sees it.
///
/// Lines stay where they are, and what comes out is a document that reads the same when it is treated again.
struct XMLRedaction {
    private struct Element {
        var name: String
        var start: Int
        var editsBefore: Int
        /// The element itself or one around it is overwritten as a whole.
        var isRedacted: Bool
    }

    private struct Edit {
        var range: Range<Int>
        var replacement: [UInt8]
    }

    private let rules: XMLRules
    private var scanner: XMLScanner
    private var open: [Element] = []
    private var edits: [Edit] = []
    /// The outermost element.
    private(set) var root = ""
    /// The names of its children.
    private(set) var children: Set<String> = []

    /// Reads the whole document, so that nothing is ever taken from one that is damaged further down.
    init(_ bytes: [UInt8], rules: XMLRules, mostDepth: Int) throws(ReadFailure) {
        self.rules = rules
        scanner = XMLScanner(bytes, mostDepth: mostDepth)
        while let piece = try scanner.next() { take(piece) }
    }

    /// The document with everything overwritten.
    var cleaned: [UInt8] {
        guard !edits.isEmpty else { return scanner.bytes }
        var result: [UInt8] = []
        result.reserveCapacity(scanner.bytes.count)
        var at = 0
        for edit in edits {
            result.append(contentsOf: scanner.bytes[at..<edit.range.lowerBound])
            result.append(contentsOf: edit.replacement)
            at = edit.range.upperBound
        }
        result.append(contentsOf: scanner.bytes[at...])
        return result
    }

    private mutating func take(_ piece: XMLScanner.Piece) {
        switch piece {
        case .start: begin()
        case .end: end()
        case .text, .cdata: text(piece)
        case .other:
            // The declaration says how the rest is to be read; a comment may say anything.
            if scanner.range.lowerBound > 0, !rules.keep.isEmpty { replace(scanner.range, []) }
        }
    }

    private mutating func begin() {
        let name = scanner.text(scanner.content)
        if open.isEmpty { root = name }
        if open.count == 1 { children.insert(name) }
        for attribute in scanner.attributes { treat(attribute) }
        open.append(
            Element(
                name: name, start: scanner.range.upperBound, editsBefore: edits.count,
                isRedacted: rules.redact.contains(name)))
    }

    private mutating func treat(_ attribute: XMLScanner.Attribute) {
        let written = scanner.text(attribute.name)
        guard written != "xmlns", !written.hasPrefix("xmlns:"), !attribute.value.isEmpty else { return }
        let name = "@" + scanner.text(scanner.local(attribute.name))
        if rules.redact.contains(name) {
            replace(attribute.value, Array(JSONRedaction.mark.utf8))
        } else if !rules.keep.isEmpty, !rules.keep.contains(name) {
            replace(attribute.value, [])
        }
    }

    private mutating func end() {
        let element = open.removeLast()
        let content = element.start..<max(element.start, scanner.range.lowerBound)
        guard element.isRedacted, !content.isEmpty else { return }
        edits.removeSubrange(element.editsBefore...)
        replace(content, Array(JSONRedaction.mark.utf8))
    }

    private mutating func text(_ piece: XMLScanner.Piece) {
        guard let element = open.last, !element.isRedacted else { return }
        let isBlank = scanner.bytes[scanner.content].allSatisfy(JSONText.isSpace)
        guard !isBlank else { return }
        if !rules.keep.isEmpty, !rules.keep.contains(element.name) {
            replace(scanner.range, [])
        } else if rules.scrub.contains(element.name) {
            let bytes = scanner.bytes[scanner.content]
            let said = String(
                decoding: piece == .cdata ? XMLText.plain(bytes) : XMLText.unescaped(bytes), as: UTF8.self)
            let scrubbed = FreeText.scrubbed(said)
            if scrubbed != said { replace(scanner.range, XMLText.escaped(scrubbed.utf8)) }
        }
    }

    /// Line ends stay, so that what stands below is still found on its line.
    private mutating func replace(_ range: Range<Int>, _ replacement: [UInt8]) {
        let old = scanner.bytes[range]
        let missing = XMLText.lines(in: old) - XMLText.lines(in: replacement[...])
        edits.append(Edit(range: range, replacement: replacement + Array(repeating: 0x0A, count: max(0, missing))))
    }
}
