internal import Tracking

/// The numbers that were asked, as the SELECTs see them.
enum AskedText {
    /// A JSON array of `{kind, scheme, issuer, code}`.
    static func json(_ asked: [Subject]) -> String {
        let objects = asked.map { subject in
            let issuer = subject.identifier.issuer.map(JSONText.quoted) ?? "null"
            return "{\"kind\":\(JSONText.quoted(subject.kind.rawValue)),"
                + "\"scheme\":\(JSONText.quoted(subject.scheme.rawValue)),"
                + "\"issuer\":\(issuer),\"code\":\(JSONText.quoted(subject.code))}"
        }
        return "[\(objects.joined(separator: ","))]"
    }
}
