internal import Foundation

/// How numbers without a GS1 key are written as URIs.
///
/// The Core Business Vocabulary (CBV 2.0 §8, "private or industry-wide" URIs) has two forms for objects without an EPC: a
/// web address of a domain that the writer controls, and a URN of a namespace. A domain is the user's to give, and then
/// `https://DOMAIN/…/caravan/obj/KIND/SCHEME/CODE` is written, with the issuer of a bare number before it. Without one it is
/// `urn:caravan:obj:KIND:SCHEME:CODE`: of the standard's shape, told apart from everything else, and readable; the namespace is not registered with IANA, so it
/// means something only between partners who agree on it. A domain of somebody else's, GS1's for instance, would claim
/// what is not ours; a `urn:uuid` would be right and hide the number.
enum PrivateURI {
    private static let urn = "urn:caravan:obj:"
    private static let marker = "/caravan/obj/"

    static func uri(of subject: Subject, base: String?) -> String {
        let parts = [subject.kind.rawValue, subject.scheme.rawValue, subject.identifier.issuer, subject.code]
            .compactMap(\.self).map(escaped)
        guard let base else { return urn + parts.joined(separator: ":") }
        return address(base) + marker + parts.joined(separator: "/")
    }

    static func uri(ofPlace text: String, base: String?) -> String {
        base.map { "\(address($0))/caravan/loc/\(escaped(text))" } ?? "urn:caravan:loc:\(escaped(text))"
    }

    private static func address(_ base: String) -> String { base.hasSuffix("/") ? String(base.dropLast()) : base }

    /// Nil for a URI of another kind.
    static func meaning(_ uri: String) throws(IdentifierProblem) -> EPC.Meaning? {
        guard let parts = parts(of: uri) else { return nil }
        guard parts.count == 3 || parts.count == 4, let kind = SubjectKind(rawValue: parts[0]) else {
            throw .badNumber("after obj stand a kind of subject, a numbering scheme, perhaps an issuer, and a number")
        }
        let code = parts[parts.count - 1]
        if parts[1] == EPC.scheme.rawValue {
            return .subject(IdentifierReading(Subject(kind, EPC.scheme, code), checkDigit: .none))
        }
        return .subject(
            try IdentifierSchemes.subject(
                kind: kind, scheme: parts[1], issuer: parts.count == 4 ? parts[2] : nil, code: code))
    }

    private static func parts(of uri: String) -> [String]? {
        if uri.hasPrefix(urn) {
            return uri.dropFirst(urn.count).split(separator: ":", omittingEmptySubsequences: false)
                .map { plain(String($0)) }
        }
        guard uri.hasPrefix("https://") || uri.hasPrefix("http://"), let found = uri.range(of: marker) else {
            return nil
        }
        return uri[found.upperBound...].split(separator: "/").map { plain(String($0)) }
    }

    /// RFC 3986: everything but unreserved characters, and `@`, which stands in the numbers of trains.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "@"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// What is no escape stays as it is.
    private static func plain(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
