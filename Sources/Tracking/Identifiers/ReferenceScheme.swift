/// A scheme whose numbers name what is never a subject: a place, a tax registration.
public protocol ReferenceScheme: NumberingScheme {
    /// What its numbers name.
    static var names: NamedKind { get }

    /// The number in canonical form with what its check digit says; nil when the text has not the scheme's shape.
    static func read(_ number: NumberText) -> CheckedCode?
}

extension ReferenceScheme {
    public static func candidate(_ number: NumberText) -> IdentifierCandidate? {
        read(number).map { checked in
            IdentifierCandidate(
                names: names, scheme: scheme, code: checked.code, checkDigit: checked.checkDigit,
                rank: rank(of: checked.code), notes: notes(on: checked.code))
        }
    }

    /// Reads a text as it came; nil also when it holds control characters or is far too long.
    public static func read(_ text: String) -> CheckedCode? {
        guard let number = try? NumberText(text) else { return nil }
        return read(number)
    }
}
