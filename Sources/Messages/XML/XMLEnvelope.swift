internal import Foundation

/// Takes a document out of an envelope that holds it in base64, as the customs' transport does.
enum XMLEnvelope {
    /// The document inside as UTF-8, or `plain` itself where it is not wrapped.
    static func opened(_ plain: [UInt8], _ rules: XMLRules, limits: DecodingLimits) throws(ReadFailure) -> [UInt8] {
        guard let envelope = rules.envelope, let root = XMLGlimpse(plain)?.root, envelope.roots.contains(root) else {
            return plain
        }
        let packed = try content(of: envelope.base64, in: plain, limits)
        guard let data = Data(base64Encoded: Data(packed.filter { !JSONText.isSpace($0) })), !data.isEmpty else {
            throw ReadFailure(
                .malformed, at: "<\(envelope.base64)>", "what <\(root)> holds is not base64",
                remedy: "get the message again from the transport client")
        }
        guard data.count <= limits.totalBytes else {
            throw ReadFailure(
                .tooLarge, at: "<\(envelope.base64)>", "\(data.count) bytes; at most \(limits.totalBytes) are read",
                remedy: "split the message")
        }
        return try XMLEncoding.plainUTF8([UInt8](data))
    }

    private static func content(of name: String, in plain: [UInt8], _ limits: DecodingLimits) throws(ReadFailure)
        -> [UInt8]
    {
        var scanner = XMLScanner(plain, mostDepth: limits.depth)
        var found: [UInt8]?
        var isInside = false
        while let piece = try scanner.next() {
            switch piece {
            case .start where scanner.text(scanner.content) == name:
                guard found == nil else { throw shape("there are two <\(name)>") }
                found = []
                isInside = true
            case .start where isInside: throw shape("<\(name)> holds elements and not base64")
            case .end: isInside = false
            case .text where isInside: found?.append(contentsOf: XMLText.unescaped(plain[scanner.content]))
            case .cdata where isInside: found?.append(contentsOf: plain[scanner.content])
            default: break
            }
        }
        guard let found else { throw shape("there is no <\(name)>") }
        return found
    }

    private static func shape(_ reason: String) -> ReadFailure {
        ReadFailure(.shapeChanged, reason, remedy: "look into the envelope; another kind of message may be inside")
    }
}
