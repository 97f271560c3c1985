/// Things as EPCIS names them: each by one URI (GS1 EPC Tag Data Standard 2.0 §6.3, GS1 Digital Link 1.2, CBV 2.0 §8).
///
/// A URI of a number that the corridor knows is that number: `urn:epc:id:bic:…` a container, an SSCC a bag. The two
/// spellings of a GS1 key, URN and Digital Link, are one thing under the canonical Digital Link; the URN alone could not
/// be the canonical one, since a Digital Link does not tell how long the company's prefix is. Every other URI is a
/// subject of the scheme `epc` under the URI as it came, letters small or large.
public enum EPC {
    public static let scheme = Scheme(rawValue: "epc")

    /// The longest URI we keep, in bytes.
    static let maximumLength = 240

    /// What a URI may turn out to name.
    enum Meaning: Hashable {
        case subject(IdentifierReading)
        /// Kinds of things, batches, places, parties, people: never what an event is about.
        case notOneThing(String)
    }

    /// The subject that a URI names.
    ///
    /// - Parameter kind: what a URI that does not tell its kind names.
    /// - Throws: `no-number`, `bad-number` or `not-one-thing`, saying what would be right.
    public static func reading(_ uri: String, kind: SubjectKind = .parcel) throws(IdentifierProblem)
        -> IdentifierReading
    {
        let text = tidy(uri)
        guard !text.isEmpty else { throw IdentifierProblem(kind: "no-number", reason: "the number is empty") }
        guard text.utf8.count <= maximumLength else {
            throw .badNumber("longer than \(maximumLength) characters: not a number")
        }
        guard hasScheme(text) else {
            throw .badNumber("a thing is named by a URI here, such as urn:epc:id:sscc:0614141.1234567890")
        }
        switch try meaning(text) {
        case .subject(let reading): return reading
        case .notOneThing(let what):
            throw IdentifierProblem(kind: "not-one-thing", reason: "\(what); followed are single things that move")
        case nil: return IdentifierReading(Subject(kind, scheme, text), checkDigit: .none)
        }
    }

    /// The URI by which a subject is named in EPCIS; what `reading` takes back to the same subject.
    ///
    /// - Parameter base: a web address of one's own for numbers without a GS1 key; nil for the private URN.
    public static func uri(of subject: Subject, base: String? = nil) -> String {
        switch subject.scheme {
        case .iso6346 where subject.kind == .container: "urn:epc:id:bic:\(subject.code)"
        case .sscc where subject.kind == .bag: DigitalLink.uri("00", subject.code)
        case scheme where isSelfTelling(subject): subject.code
        default: PrivateURI.uri(of: subject, base: base)
        }
    }

    /// A URI for a place that has no other.
    ///
    /// - Parameters:
    ///   - text: a node's code, or `scheme:value`.
    ///   - base: a web address of one's own; nil for the private URN.
    public static func uri(ofPlace text: String, base: String? = nil) -> String {
        PrivateURI.uri(ofPlace: text, base: base)
    }

    /// The subject of a text that a person may have copied from a message; nil unless it is a URN or a web address.
    static func lookup(_ text: String) -> Subject? {
        let lowered = text.lowercased()
        guard ["urn:", "https://", "http://"].contains(where: lowered.hasPrefix) else { return nil }
        return (try? reading(text))?.subject
    }

    /// Nil for a URI that names something in its own way.
    private static func meaning(_ text: String) throws(IdentifierProblem) -> Meaning? {
        if let meaning = try PrivateURI.meaning(text) { return meaning }
        if let meaning = try EPCURN.meaning(text) { return meaning }
        return DigitalLink.meaning(text)
    }

    /// Whether the URI alone tells the kind as well.
    private static func isSelfTelling(_ subject: Subject) -> Bool {
        guard let reading = try? reading(subject.code) else { return false }
        return reading.subject == subject
    }

    private static let forbidden = "\"<>\\^`{|}".unicodeScalars

    private static func tidy(_ uri: String) -> String {
        let start = uri.unicodeScalars.drop { $0.properties.isWhitespace }
        return String(String.UnicodeScalarView(start.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }

    /// RFC 3986 3.1, and nothing in it that no URI may hold.
    private static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.utf8.startIndex,
            text.utf8.index(after: colon) != text.utf8.endIndex
        else { return false }
        let scheme = text[..<colon]
        return scheme.first.map { $0.isASCII && $0.isLetter } ?? false
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && !forbidden.contains($0) }
    }
}
