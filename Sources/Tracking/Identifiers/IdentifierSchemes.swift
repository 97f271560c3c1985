/// All numbering schemes we know, and what a text may mean by them.
public enum IdentifierSchemes {
    /// One line per scheme.
    public static let all: [any IdentifierScheme.Type] = [
        TrainRun.self,
        ISO6346.self,
        UPUS10.self,
        YunExpress.self,
        TrainNumberCN.self,
        ChinaRailwayWaybill.self,
    ]

    /// The scheme of a name; nil for `number`, which is no scheme but the lack of one, and for an unknown name.
    public static func scheme(named name: String) -> (any IdentifierScheme.Type)? {
        all.first { $0.scheme.rawValue == name }
    }

    /// Every way to read a text as a number of a known scheme, the most telling first.
    ///
    /// A reading whose check digit is wrong comes after those that are not contradicted, but for free text. A plain `number` is never
    /// among them: any text is one.
    ///
    /// - Parameter kind: only readings that name this kind of subject.
    public static func readings(of text: String, kind: SubjectKind? = nil) -> [IdentifierReading] {
        guard let number = try? NumberText(text) else { return [] }
        let read = all.compactMap { scheme in scheme.read(number).map { (rank: scheme.rank, reading: $0) } }
        return ranked(read.filter { kind == nil || $0.reading.subject.kind == kind })
    }

    /// The subject that a message names.
    ///
    /// With a scheme the code must have its shape. Without one it is recognised among the schemes of the kind that speak
    /// for themselves, and is otherwise a `number` of the issuer. A container without a scheme must look like one, since
    /// tables put carton numbers under the same heading; a train needs its number and its date.
    ///
    /// - Parameters:
    ///   - scheme: a scheme's name, `number`, or nil for a number whose scheme nobody named.
    ///   - issuer: who gave out the number; kept only with a `number`.
    /// - Throws: `no-number`, `bad-number`, `bad-issuer`, `unknown-scheme` or `wrong-kind`, saying what would be right.
    public static func subject(kind: SubjectKind, scheme: String?, issuer: String?, code: String)
        throws(IdentifierProblem) -> IdentifierReading
    {
        let number = try NumberText(code)
        guard !isDestroyed(number.text) else {
            throw .badNumber(
                "a spreadsheet turned this number into \(number.text) and its digits are lost: "
                    + "format the column as text, enter it again and export anew")
        }
        if let scheme, !scheme.isEmpty, scheme != Scheme.number.rawValue {
            return try read(number, as: scheme, kind: kind)
        }
        if scheme != Scheme.number.rawValue {
            for candidate in speaking(for: kind) {
                if let reading = candidate.read(number) { return reading }
            }
        }
        guard kind != .train else {
            throw .badNumber("a train needs \(TrainRun.shape)")
        }
        guard kind != .container || (scheme == Scheme.number.rawValue && issuer != nil) else {
            throw .badNumber(containerAdvice(number))
        }
        return IdentifierReading(Subject(kind, .number, number.text, issuer: try issuerName(issuer)), checkDigit: .none)
    }

    /// Every subject that a typed code may mean, the most telling first, each once.
    ///
    /// Takes a bare code and also our own canonical texts `scheme:code`, `number/issuer:code` and
    /// `train:X8157@2026-11-20`. A number without scheme may be of any kind; one with an issuer is found by a bare code
    /// only through a search by its text.
    public static func candidates(forLookup text: String) -> [Subject] {
        if let named = namedCandidates(text) { return named }
        guard let number = try? NumberText(text) else { return [] }
        let read = readings(of: text).map(\.subject).filter { $0.scheme != .trainCN }
        return read + numbers(number.text, issuer: nil)
    }

    // MARK: -

    /// The readings by rank; a wrong check digit puts one behind all others but mere free text.
    static func ranked(_ readings: [(rank: Int, reading: IdentifierReading)]) -> [IdentifierReading] {
        let keyed = readings.map { (key: $0.rank + ($0.reading.checkDigit == .bad ? 50 : 0), reading: $0.reading) }
        return keyed.sorted { $0.key < $1.key }.map(\.reading)
    }

    private static let speakers: [SubjectKind: [any IdentifierScheme.Type]] = Dictionary(
        uniqueKeysWithValues: SubjectKind.allCases.map { kind in
            (kind, all.filter { $0.speaksForItself && $0.kinds.contains(kind) })
        })

    private static func speaking(for kind: SubjectKind) -> [any IdentifierScheme.Type] {
        speakers[kind] ?? []
    }

    private static func read(_ number: NumberText, as name: String, kind: SubjectKind) throws(IdentifierProblem)
        -> IdentifierReading
    {
        guard let scheme = scheme(named: name) else {
            let known = (all.map { $0.scheme.rawValue } + [Scheme.number.rawValue]).joined(separator: ", ")
            throw IdentifierProblem(kind: "unknown-scheme", reason: "no numbering scheme \(name); there are \(known)")
        }
        guard scheme.kinds.contains(kind) else {
            let kinds = scheme.kinds.map(\.rawValue).joined(separator: " or ")
            throw IdentifierProblem(kind: "wrong-kind", reason: "a number of \(name) names a \(kinds), not a \(kind)")
        }
        guard scheme.scheme != .trainCN, let reading = scheme.read(number) else {
            guard kind != .container else { throw .badNumber(containerAdvice(number)) }
            throw .badNumber(kind == .train ? "a train needs \(TrainRun.shape)" : "a right one is \(scheme.shape)")
        }
        return reading
    }

    private static func containerAdvice(_ number: NumberText) -> String {
        if let digit = ISO6346.checkDigit(of: number.compact) {
            return "the check digit is missing: the whole number is \(number.compact)\(digit)"
        }
        return "a container number is \(ISO6346.shape); this is probably a carton or order number"
    }

    private static func issuerName(_ issuer: String?) throws(IdentifierProblem) -> String? {
        guard let issuer else { return nil }
        let blank = UInt8(ascii: " ")
        let name =
            issuer.utf8.first == blank || issuer.utf8.last == blank
            ? String(issuer.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) : issuer
        let isWord = name.utf8.allSatisfy { $0 >= blank && $0 != 0x7F && $0 != UInt8(ascii: ":") }
        guard isWord, name.utf8.count <= NumberText.maximumLength else {
            throw IdentifierProblem(
                kind: "bad-issuer",
                reason: "an issuer is a short name without colons and control characters, such as a carrier's")
        }
        return name.isEmpty ? nil : name
    }

    /// Whether a text is a large number in scientific notation: `1.2E+19`, `1,2E19` or `1E+19`, but not `12E5`.
    private static func isDestroyed(_ text: String) -> Bool {
        guard let first = text.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9"),
            text.utf8.contains(UInt8(ascii: "E"))
        else { return false }
        let halves = text.split(separator: "E", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        let mantissa = halves[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let signed = halves[1].hasPrefix("+")
        let exponent = signed ? halves[1].dropFirst() : halves[1]
        return (mantissa.count == 2 || (mantissa.count == 1 && signed))
            && (mantissa + [exponent]).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
    }

    private static func namedCandidates(_ text: String) -> [Subject]? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let code = String(text[text.index(after: colon)...])
        let parts = text[..<colon].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts[0] == Scheme.number.rawValue {
            guard let number = try? NumberText(code) else { return [] }
            return numbers(number.text, issuer: parts.count == 2 ? String(parts[1]) : nil)
        }
        guard parts.count == 1, let scheme = scheme(named: String(parts[0])), scheme.scheme != .trainCN else {
            return nil
        }
        return scheme.read(code).map { [$0.subject] } ?? []
    }

    private static func numbers(_ code: String, issuer: String?) -> [Subject] {
        SubjectKind.allCases.compactMap { kind in
            let container = kind == .container && issuer == nil
            return kind == .train || container ? nil : Subject(kind, .number, code, issuer: issuer)
        }
    }
}
