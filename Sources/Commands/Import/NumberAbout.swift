import Messages
import Terminal
import Tracking

/// A number that a person names with a document which does not name it itself.
enum NumberAbout {
    /// The subject that the number is by the profile's kinds; `kind:` before it tells another.
    ///
    /// - Throws: `CommandFailure` when the number cannot be one of them.
    static func read(_ text: String, _ profile: Profile) throws -> Subject {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, let kind = SubjectKind(rawValue: parts[0]) { return try subject(parts[1], [kind]) }
        let kinds = profile.about
        if let known = IdentifierSchemes.telling(text), kinds.contains(known.subject.kind) { return known.subject }
        return try subject(text, kinds.isEmpty ? [.parcel] : kinds)
    }

    private static func subject(_ code: String, _ kinds: [SubjectKind]) throws -> Subject {
        var reason = ""
        for kind in kinds {
            do throws(IdentifierProblem) {
                return try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: nil, code: code).subject
            } catch {
                reason = error.reason
            }
        }
        throw CommandFailure(
            "cannot import about", on: code, why: reason, try: "--about KIND:NUMBER, such as consignment:\(code)",
            kind: "bad-number", status: .usage)
    }
}
