import Terminal
import Tracking

/// A number that a person names, read by its form alone.
enum WatchedNumber {
    /// - Parameters:
    ///   - doing: what cannot be done if it is none: "watch".
    ///   - example: the command as it would work.
    /// - Throws: `CommandFailure` when the number cannot be one, or could be several things.
    static func read(
        _ code: String, kind: String?, doing: String = "watch", example: String? = nil
    ) throws -> IdentifierReading {
        if let kind {
            guard let kind = SubjectKind(rawValue: kind) else {
                let kinds = SubjectKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure(
                    "no such kind", on: kind, try: "use one of \(kinds)", kind: "usage", status: .usage)
            }
            do {
                return try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: nil, code: code)
            } catch {
                throw CommandFailure(
                    "cannot \(doing)", on: code, why: error.reason, try: "check the number",
                    kind: "bad-number", status: .usage)
            }
        }
        guard let reading = IdentifierSchemes.telling(code) else {
            let kinds = IdentifierSchemes.identify(code).map { "a \($0.names) by \($0.scheme)" }
            let guess = kinds.isEmpty ? "" : ": it may be " + kinds.prefix(3).joined(separator: " or ")
            throw CommandFailure(
                "cannot \(doing)", on: code, why: "its form does not tell what it is" + guess,
                try: example ?? "caravan watch \(code) --kind parcel --carrier NAME", kind: "bad-number",
                status: .usage)
        }
        return reading
    }
}
