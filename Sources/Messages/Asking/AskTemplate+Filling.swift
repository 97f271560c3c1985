internal import Tracking

extension AskTemplate {
    static let placeholders = [
        "base_url", "code", "codes", "scheme", "issuer", "kind", "epc", "numbers", "parameters",
    ]
    /// Of a form that is signed.
    static let signed = ["user", "nonce", "timestamp", "data", "signature"]

    static func fill(_ text: String, _ subjects: [Subject], base: String, escape: (String) -> String) -> String {
        replacing(text) { name in
            switch name {
            case "base_url": base
            case "code": escape(subjects.first?.code ?? "")
            case "codes": subjects.map { escape($0.code) }.joined(separator: ",")
            case "scheme": escape(subjects.first?.scheme.rawValue ?? "")
            case "issuer": escape(subjects.first?.identifier.issuer ?? "")
            case "kind": escape(subjects.first?.kind.rawValue ?? "")
            case "epc": escape(subjects.first.map { EPC.uri(of: $0) } ?? "")
            default: nil
            }
        }
    }

    /// The address of a request about `subjects`.
    static func address(_ step: Step, _ subjects: [Subject], base: String) -> String {
        let parameters = subjects.map { fill(step.parameter ?? "", [$0], base: "", escape: percentEncoded) }
            .joined(separator: "&")
        return replacing(step.url) { name in
            name == "parameters" ? parameters : fill("{\(name)}", subjects, base: base, escape: percentEncoded)
        }
    }

    static func fill(_ body: Body, _ subjects: [Subject]) -> String {
        let escape = body.form == .json ? jsonEscaped : percentEncoded
        let numbers = subjects.map { fill(body.number ?? "", [$0], base: "", escape: escape) }.joined(separator: ",")
        return replacing(body.text) { name in
            name == "numbers" ? numbers : fill("{\(name)}", subjects, base: "", escape: escape)
        }
    }

    /// The form that a body describes, signed.
    static func fill(
        _ body: Body, _ subjects: [Subject], signature: AskSignature, user: String, password: String,
        stamp: RequestStamp
    ) -> String {
        let data = fill(Body(form: .json, text: body.data ?? "", number: body.number), subjects)
        let timestamp = String(stamp.at.milliseconds)
        let escape = body.form == .json ? jsonEscaped : percentEncoded
        let values = [
            "user": user, "nonce": stamp.nonce, "timestamp": timestamp, "data": data,
            "signature": signature.sign(data: data, timestamp: timestamp, password: password),
        ]
        return replacing(body.text) { name in
            values[name].map(escape) ?? fill("{\(name)}", subjects, base: "", escape: escape)
        }
    }

    /// RFC 3986: everything but unreserved characters.
    static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || (48...57).contains(byte) || "-._~".unicodeScalars.contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                result.append("%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])")
            }
        }
    }

    static func jsonEscaped(_ text: String) -> String {
        String(JSONText.quoted(text).dropFirst().dropLast())
    }

    /// A header has one line; what would begin another is left out.
    static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    /// The placeholders of a text, known or not.
    static func placeholders(in text: String) -> [String] {
        var names: [String] = []
        _ = replacing(text) { name in
            names.append(name)
            return nil
        }
        return names
    }

    /// Replaces `{name}`, where the name is letters and `_` only, so that the braces of JSON stay.
    private static func replacing(_ text: String, _ value: (String) -> String?) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            let inside = rest[rest.index(after: open)...].prefix { $0.isASCII && ($0.isLowercase || $0 == "_") }
            let isPlaceholder = !inside.isEmpty && inside.endIndex < rest.endIndex && rest[inside.endIndex] == "}"
            if isPlaceholder, let value = value(String(inside)) {
                result += value
                rest = rest[rest.index(after: inside.endIndex)...]
            } else {
                result += "{"
                rest = rest[rest.index(after: open)...]
            }
        }
        return result + rest
    }
}
