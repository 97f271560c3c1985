/// Postal receptacles, bags above all (UPU S9): twenty characters of the dispatch and nine of the receptacle.
///
/// There is no check digit; twenty-nine characters of this form are hardly anything else.
public enum UPUS9: IdentifierScheme {
    public static let scheme = Scheme.upuS9
    public static let kinds: [SubjectKind] = [.bag]
    public static let rank = 10
    public static let shape = "the twenty characters of a dispatch and nine digits (UPU S9 receptacle)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        PostalReceptacle(number.compact) == nil ? nil : reading(number.compact)
    }

    public static func notes(on code: String) -> [String] {
        guard let receptacle = PostalReceptacle(code) else { return [] }
        var notes = receptacle.dispatch.notes + ["receptacle \(receptacle.number)"]
        if receptacle.isLast == true { notes.append("the last one") }
        if receptacle.holdsRegistered == true { notes.append("with registered or insured items") }
        if let grams = receptacle.grams { notes.append("\(grams / 1000).\(grams % 1000 / 100) kg") }
        return notes
    }
}

extension Scheme {
    /// Postal receptacle.
    public static let upuS9 = Scheme(rawValue: "upu-s9")
}
