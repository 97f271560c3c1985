/// Why a carrier cannot be asked as its profile says.
public struct AskFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable words to count by.
    public enum Kind: String, Sendable, Hashable {
        /// The profile needs a secret and there is none, or it is not of the form the profile needs.
        case secret
        /// More numbers than the profile asks about at once, or none.
        case numbers
        /// The profile cannot ask about such a number.
        case wrongKind = "wrong-kind"
        /// The carrier's next page lies elsewhere.
        case foreignPage = "foreign-page"
        case badBaseURL = "bad-base-url"
        /// A signed request needs a time and a number of its own, and got none.
        case noStamp = "no-stamp"
    }

    public var kind: Kind
    public var reason: String

    public var description: String { "\(kind.rawValue): \(reason)" }
}
