/// Writes an element as the members of a JSON object: every child is an array under its name without prefix, a leaf is
/// its text, an attribute is `"@name"`, and a text beside attributes or children is `"#text"`.
struct XMLObject {
    private struct Element {
        var name: [UInt8]
        var attributes: [(name: [UInt8], value: [UInt8])]
        var order: [[UInt8]] = []
        var children: [[UInt8]: [UInt8]] = [:]
        var text: [UInt8] = []

        mutating func add(_ value: [UInt8], as name: [UInt8]) {
            if children[name] == nil { order.append(name) }
            if children[name]?.append(UInt8(ascii: ",")) == nil { children[name] = [] }
            children[name]?.append(contentsOf: value)
        }
    }

    /// The members, without the braces around them.
    ///
    /// - Parameters:
    ///   - start: where the element begins in a document that has been scanned before.
    ///   - skipped: name of children that are left out.
    static func members(_ bytes: [UInt8], from start: Int, mostDepth: Int, without skipped: String? = nil)
        throws(ReadFailure) -> [UInt8]
    {
        var scanner = XMLScanner(bytes, from: start, mostDepth: mostDepth)
        var open: [Element] = []
        var inside = 0
        while let piece = try scanner.next() {
            switch piece {
            case .start:
                if inside > 0 || (open.count == 1 && Self.is(skipped, scanner)) {
                    inside += 1
                } else {
                    open.append(begun(scanner))
                }
            case .end:
                if inside > 0 {
                    inside -= 1
                } else if let element = open.popLast() {
                    if open.isEmpty { return members(of: element) }
                    open[open.count - 1].add(value(of: element), as: element.name)
                }
            case .text where inside == 0 && !open.isEmpty:
                open[open.count - 1].text += XMLText.unescaped(bytes[scanner.content])
            case .cdata where inside == 0 && !open.isEmpty:
                open[open.count - 1].text += XMLText.plain(bytes[scanner.content])
            default: break
            }
        }
        return []
    }

    private static func `is`(_ skipped: String?, _ scanner: XMLScanner) -> Bool {
        guard let skipped else { return false }
        return skipped == "*" || scanner.bytes[scanner.content].elementsEqual(skipped.utf8)
    }

    private static func begun(_ scanner: XMLScanner) -> Element {
        var attributes: [(name: [UInt8], value: [UInt8])] = []
        for attribute in scanner.attributes {
            let written = scanner.text(attribute.name)
            guard written != "xmlns", !written.hasPrefix("xmlns:") else { continue }
            let name = Array(scanner.bytes[scanner.local(attribute.name)])
            guard !attributes.contains(where: { $0.name == name }) else { continue }
            // A line end or tab in a value is a blank (XML 1.0, section 3.3.3).
            let value = XMLText.unescaped(scanner.bytes[attribute.value])
            attributes.append((name, value.map { JSONText.isSpace($0) ? 0x20 : $0 }))
        }
        return Element(name: Array(scanner.bytes[scanner.content]), attributes: attributes)
    }

    private static func value(of element: Element) -> [UInt8] {
        guard element.attributes.isEmpty, element.order.isEmpty else {
            return [UInt8(ascii: "{")] + members(of: element) + [UInt8(ascii: "}")]
        }
        return quoted(XMLText.trimmed(element.text))
    }

    private static func members(of element: Element) -> [UInt8] {
        var result: [UInt8] = []
        func add(_ name: [UInt8], _ value: [UInt8]) {
            if !result.isEmpty { result.append(UInt8(ascii: ",")) }
            result += quoted(name[...])
            result.append(UInt8(ascii: ":"))
            result += value
        }
        for attribute in element.attributes { add([UInt8(ascii: "@")] + attribute.name, quoted(attribute.value[...])) }
        for name in element.order {
            add(name, [UInt8(ascii: "[")] + (element.children[name] ?? []) + [UInt8(ascii: "]")])
        }
        let text = XMLText.trimmed(element.text)
        if !text.isEmpty { add(Array("#text".utf8), quoted(text)) }
        return result
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        JSONText.appendEscaped(text, to: &result)
        result.append(UInt8(ascii: "\""))
        return result
    }
}
