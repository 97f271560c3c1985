/// Why nothing of a message can be used, and what to do about it.
///
/// A message fails as a whole or not at all: as long as this is not thrown, every item is either taken or explained.
public struct ReadFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable words to count by.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nothing but white space.
        case empty
        /// The text breaks the rules of its format.
        case malformed
        /// The text ends before it is complete.
        case truncated
        /// The text is well formed, but not the document that the profile describes.
        case shapeChanged = "shape-changed"
        case tooLarge = "too-large"
        case wrongEncoding = "wrong-encoding"
        /// A kind of file that is not read here.
        case unsupported
        /// A document about messages, or about having none, that is no message itself.
        case noMessage = "no-message"
        /// A mapping took longer, or more room, than it may.
        case mappingStopped = "mapping-stopped"
    }

    public var kind: Kind
    /// Where in the message: `line 12`, `byte 340`, `$.events`.
    public var position: String?
    /// What is wrong.
    public var reason: String
    /// The next step for a person.
    public var remedy: String

    public init(_ kind: Kind, at position: String? = nil, _ reason: String, remedy: String) {
        self.kind = kind
        self.position = position
        self.reason = reason
        self.remedy = remedy
    }

    public var description: String {
        "\(kind.rawValue)\(position.map { " at \($0)" } ?? ""): \(reason); try: \(remedy)"
    }
}
