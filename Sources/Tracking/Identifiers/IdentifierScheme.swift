/// A numbering scheme: what its numbers look like, what they name and how they are written canonically.
///
/// A scheme is one file and one line in `IdentifierSchemes.all`.
public protocol IdentifierScheme: Sendable {
    static var scheme: Scheme { get }

    /// What its numbers can name, the most usual first.
    static var kinds: [SubjectKind] { get }

    /// How much the shape alone says: a reading of a smaller rank is listed before one of a greater.
    ///
    /// Below 40 for a shape that says something; 90 and more for free text.
    static var rank: Int { get }

    /// Whether a number of this shape may be taken for this scheme although nobody named the scheme.
    ///
    /// False for free text and for numbers that name nothing without something else beside them.
    static var speaksForItself: Bool { get }

    /// What a right number looks like, for a person who sent another: "two letters, nine digits, two letters".
    static var shape: String { get }

    /// The number in canonical form with what its check digit says; nil when the text has not the scheme's shape.
    static func read(_ number: NumberText) -> IdentifierReading?
}

extension IdentifierScheme {
    public static var speaksForItself: Bool { true }

    /// Reads a text as it came; nil also when it holds control characters or is far too long.
    public static func read(_ text: String) -> IdentifierReading? {
        guard let number = try? NumberText(text) else { return nil }
        return read(number)
    }
}
