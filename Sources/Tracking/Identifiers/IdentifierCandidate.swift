/// One thing that a number may be: what it would name, by which scheme, and what speaks for it.
public struct IdentifierCandidate: Hashable, Sendable {
    public var names: NamedKind
    public var scheme: Scheme
    /// The code in canonical form, without its scheme.
    public var code: String
    public var checkDigit: CheckDigit
    /// Less is more telling; see `NumberingScheme.rank`.
    public var rank: Int
    /// What the code tells of itself, for a person.
    public var notes: [String]

    public init(
        names: NamedKind, scheme: Scheme, code: String, checkDigit: CheckDigit, rank: Int, notes: [String] = []
    ) {
        self.names = names
        self.scheme = scheme
        self.code = code
        self.checkDigit = checkDigit
        self.rank = rank
        self.notes = notes
    }

    /// Whether the shape alone tells what the number is, whatever its check digit says.
    public var isTelling: Bool { rank < 40 }

    /// Whether a person should be told of it before the number is known from any message: the shape is telling, or the
    /// check digit fits.
    public var isLikely: Bool { isTelling || checkDigit == .ok }
}
