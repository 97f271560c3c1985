/// Why no complete answer came.
public struct FetchFailure: Error, Equatable, Sendable, CustomStringConvertible {
    /// A stable word to count failures by; it never holds a value of the request.
    public enum Kind: String, Sendable, CaseIterable {
        case badURL = "bad-url"
        case nameNotResolved = "name-not-resolved"
        case refused
        case unreachable
        case timeout
        case tls
        case certificate
        case incomplete
        case malformed
        case bodyTooLarge = "body-too-large"
        case headersTooLarge = "headers-too-large"
        case encoding
        case redirectRefused = "redirect-refused"
        case tooManyRedirects = "too-many-redirects"
        case protocolRefused = "protocol-refused"
        case stopped
        case other
    }

    public var kind: Kind
    /// What happened, for a person; it never holds a secret.
    public var detail: String

    public init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    public var description: String { "\(kind.rawValue): \(detail)" }
}
