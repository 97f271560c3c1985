extension TagScanner {
    /// The raw text of an attribute by its name without prefix; nil where the element has none.
    func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var at = attributes.lowerBound
        let end = attributes.upperBound
        while at < end {
            while at < end, JSONText.isSpace(bytes[at]) { at += 1 }
            var start = at
            while at < end, bytes[at] != UInt8(ascii: "="), !JSONText.isSpace(bytes[at]) {
                if bytes[at] == UInt8(ascii: ":") { start = at + 1 }
                at += 1
            }
            let length = at - start
            while at < end, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") { at += 1 }
            guard at < end else { return nil }
            let quote = bytes[at]
            let value = at + 1
            at = value
            while at < end, bytes[at] != quote { at += 1 }
            if isSame(start, length, name) { return UnsafeBufferPointer(start: bytes + value, count: at - value) }
            at += 1
        }
        return nil
    }

    private func isSame(_ start: Int, _ length: Int, _ name: StaticString) -> Bool {
        guard length == name.utf8CodeUnitCount else { return false }
        for index in 0..<length where bytes[start + index] != name.utf8Start[index] { return false }
        return true
    }

    /// An attribute as text.
    ///
    /// - Throws: `malformed` for an entity that XML does not have.
    func textAttribute(_ name: StaticString) throws(ReadFailure) -> String? {
        guard let raw = attribute(name) else { return nil }
        var text: [UInt8] = []
        try append(raw, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where there is no such attribute, or it is no whole number below a thousand million.
    func wholeAttribute(_ name: StaticString) -> Int? {
        guard let raw = attribute(name), (1...9).contains(raw.count) else { return nil }
        var value = 0
        for byte in raw {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// An attribute that is `1` or `true`.
    func isTrue(_ name: StaticString) -> Bool {
        guard let raw = attribute(name) else { return false }
        return raw.elementsEqual("1".utf8) || raw.elementsEqual("true".utf8)
    }

    /// Appends the text that was just read.
    ///
    /// - Throws: `malformed` for an entity that XML does not have, or bytes that are not UTF-8.
    func appendText(to result: inout [UInt8]) throws(ReadFailure) {
        let raw = UnsafeBufferPointer(start: bytes + text.lowerBound, count: text.count)
        if isVerbatim { return result.append(contentsOf: raw) }
        try append(raw, to: &result)
    }

    private func append(_ raw: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) throws(ReadFailure) {
        var isPlain = true
        for byte in raw where byte >= 0x80 || byte == UInt8(ascii: "&") || byte == 0 || byte == UInt8(ascii: "_") {
            isPlain = false
            break
        }
        if isPlain { return result.append(contentsOf: raw) }
        let start = result.count
        var at = 0
        while at < raw.count {
            switch raw[at] {
            case UInt8(ascii: "&"): at = try appendEntity(raw, at + 1, &result)
            case 0: throw malformed("a NUL")
            case let byte:
                result.append(byte)
                at += 1
            }
        }
        if UTF8Check.firstInvalid(Array(result[start...])) != nil {
            throw ReadFailure(.wrongEncoding, at: name, "this is not UTF-8", remedy: ZipArchive.remedy)
        }
        Self.resolveEscapes(&result, from: start)
    }

    /// Behind the entity.
    private func appendEntity(_ raw: UnsafeBufferPointer<UInt8>, _ start: Int, _ result: inout [UInt8])
        throws(ReadFailure) -> Int
    {
        var end = start
        while end < raw.count, raw[end] != UInt8(ascii: ";"), end - start < 10 { end += 1 }
        guard end < raw.count, raw[end] == UInt8(ascii: ";") else { throw malformed("an entity without an end") }
        let name = String(decoding: UnsafeBufferPointer(rebasing: raw[start..<end]), as: UTF8.self)
        guard let scalar = Self.scalar(name) else { throw malformed("the entity \(name) is not XML's own") }
        result.append(contentsOf: String(Character(scalar)).utf8)
        return end + 1
    }

    private static func scalar(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
        }
    }

    /// Excel writes characters that XML cannot hold as `_x000D_` (ISO/IEC 29500-1, 22.4.2.4).
    private static func resolveEscapes(_ result: inout [UInt8], from start: Int) {
        var at = start
        while at + 7 <= result.count {
            guard result[at] == UInt8(ascii: "_"), result[at + 1] == UInt8(ascii: "x"),
                result[at + 6] == UInt8(ascii: "_"),
                let value = UInt32(String(decoding: result[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
            else {
                at += 1
                continue
            }
            // A control character is of no use in any cell; a blank keeps the words around it apart.
            let scalar = Unicode.Scalar(value).map { $0.value < 0x20 ? " " : $0 } ?? " "
            let text = Array(String(Character(scalar)).utf8)
            result.replaceSubrange(at..<(at + 7), with: text)
            at += text.count
        }
    }
}
