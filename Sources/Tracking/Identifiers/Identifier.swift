/// A number in canonical form together with the scheme that gives it meaning.
///
/// The canonical text is `scheme:code`, or `scheme/issuer:code` where a number means something only with its issuer.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
    public var scheme: Scheme
    /// Who gave out the number; a number without issuer never equals one with an issuer.
    public var issuer: String?
    public var code: String

    public init(_ scheme: Scheme, _ code: String, issuer: String? = nil) {
        self.scheme = scheme
        self.code = code
        self.issuer = issuer
    }

    public var description: String {
        if let issuer { "\(scheme)/\(issuer):\(code)" } else { "\(scheme):\(code)" }
    }
}
