/// What a number names: something that events are about, or something that they only mention.
///
/// A place or a tax registration is never the subject of an event, so neither is a `SubjectKind`.
public enum NamedKind: Hashable, Sendable, CustomStringConvertible {
    case subject(SubjectKind)
    case place
    /// Somebody registered for a tax.
    case taxRegistration

    /// The word on screen and in JSON.
    public var description: String {
        switch self {
        case .subject(let kind): kind.rawValue
        case .place: "place"
        case .taxRegistration: "tax-registration"
        }
    }
}
