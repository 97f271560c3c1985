/// A numbering scheme whose numbers name subjects.
///
/// A scheme is one file and one line in `IdentifierSchemes.all`.
public protocol IdentifierScheme: NumberingScheme {
    /// What its numbers can name, the most usual first.
    static var kinds: [SubjectKind] { get }

    /// Whether a number of this shape may be taken for this scheme although a message names only its kind.
    ///
    /// False for free text, for numbers that name nothing without something else beside them, and wherever other numbers
    /// of the same kind have the same shape: what a number is stored as must not hang on a coincidence.
    static var speaksForItself: Bool { get }

    /// Whether one number may be; only ever fewer than `speaksForItself` allows.
    static func recognises(_ reading: IdentifierReading) -> Bool

    /// Whether a number names its subject alone; false where a date must stand beside it.
    static var standsAlone: Bool { get }

    /// The number in canonical form with what its check digit says; nil when the text has not the scheme's shape.
    static func read(_ number: NumberText) -> IdentifierReading?
}

extension IdentifierScheme {
    public static var speaksForItself: Bool { true }
    public static func recognises(_ reading: IdentifierReading) -> Bool { true }
    public static var standsAlone: Bool { true }

    public static func candidate(_ number: NumberText) -> IdentifierCandidate? {
        read(number).map { reading in
            IdentifierCandidate(
                names: .subject(reading.subject.kind), scheme: scheme, code: reading.subject.code,
                checkDigit: reading.checkDigit, rank: rank(of: reading.subject.code),
                notes: notes(on: reading.subject.code))
        }
    }

    /// Reads a text as it came; nil also when it holds control characters or is far too long.
    public static func read(_ text: String) -> IdentifierReading? {
        guard let number = try? NumberText(text) else { return nil }
        return read(number)
    }

    /// A reading as the most usual of the scheme's kinds.
    static func reading(_ code: String, checkDigit: CheckDigit = .none) -> IdentifierReading {
        IdentifierReading(Subject(kinds[0], scheme, code), checkDigit: checkDigit)
    }
}
