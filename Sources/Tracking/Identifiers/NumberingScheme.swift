/// A numbering scheme of any kind: what its numbers look like and how they are written canonically.
///
/// Those whose numbers name a subject are an `IdentifierScheme`, all others a `ReferenceScheme`.
public protocol NumberingScheme: Sendable {
    static var scheme: Scheme { get }

    /// How much the shape alone says: a reading of a smaller rank is listed before one of a greater.
    ///
    /// Below 40 for a shape that tells what it is, from 40 for one that many numbers have, from 90 for free text.
    static var rank: Int { get }

    /// The rank of one canonical code, for a scheme with several shapes.
    static func rank(of code: String) -> Int

    /// What a right number looks like, for a person who sent another: "two letters, nine digits, two letters".
    static var shape: String { get }

    /// What a canonical code tells of itself, a few words each: advice for a person, and nothing to decide by.
    static func notes(on code: String) -> [String]

    /// Canonical codes that a text may have been meant to be, although it is none of these as it stands.
    static func corrections(of number: NumberText) -> [String]

    /// The number in canonical form with what its check digit says; nil when the text has not the scheme's shape.
    static func candidate(_ number: NumberText) -> IdentifierCandidate?
}

extension NumberingScheme {
    public static func rank(of code: String) -> Int { rank }
    public static func notes(on code: String) -> [String] { [] }
    public static func corrections(of number: NumberText) -> [String] { [] }

    /// Whether anything may be a number of this scheme, so that being one says nothing.
    static var isFreeText: Bool { rank >= 90 }
}
