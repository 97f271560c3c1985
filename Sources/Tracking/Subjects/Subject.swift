/// Anything that events are about: a kind of thing and the number it goes by.
///
/// The kind is part of the identity: the same digits may be a bag of one issuer and a consignment of another.
public struct Subject: Hashable, Sendable, CustomStringConvertible {
    public var kind: SubjectKind
    public var identifier: Identifier

    public init(_ kind: SubjectKind, _ identifier: Identifier) {
        self.kind = kind
        self.identifier = identifier
    }

    public init(_ kind: SubjectKind, _ scheme: Scheme, _ code: String, issuer: String? = nil) {
        self.init(kind, Identifier(scheme, code, issuer: issuer))
    }

    public var code: String { identifier.code }
    public var scheme: Scheme { identifier.scheme }

    public var description: String { identifier.description }
}
