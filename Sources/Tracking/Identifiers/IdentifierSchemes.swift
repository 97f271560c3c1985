/// All numbering schemes we know, and what a text may mean by them.
public enum IdentifierSchemes {
    /// The schemes of subjects, one line per scheme. A parcel's are tried in this order.
    public static let all: [any IdentifierScheme.Type] = [
        TrainRun.self,
        ISO6346.self,
        UPUS10.self,
        YunExpress.self,
        UPUS9.self,
        UPUS8.self,
        SSCC.self,
        UICWagon.self,
        Wagon1520.self,
        CIMConsignment.self,
        ChinaCustomsList.self,
        ChinaCustomsDeclaration.self,
        ChinaPreNumber.self,
        EUMRN.self,
        TrainNumberCN.self,
        TrainIndex1520.self,
        UPS.self,
        Landmark.self,
        GOFO.self,
        Amazon.self,
        Yodel.self,
        DHLExpress.self,
        DHLECommerce.self,
        DPD.self,
        USPS.self,
        CanadaPost.self,
        ChinaRailwayWaybill.self,
    ]

    /// The schemes of what is never a subject.
    public static let references: [any ReferenceScheme.Type] = [
        UNLocode.self,
        ESRStation.self,
        UICStation.self,
        ChinaStation.self,
        EUIOSS.self,
    ]

    /// The scheme of subjects of a name; nil for `number`, which is no scheme but the lack of one, for a scheme of
    /// places, and for an unknown name.
    public static func scheme(named name: String) -> (any IdentifierScheme.Type)? {
        all.first { $0.scheme.rawValue == name }
    }

    /// The subject that a number names by its form alone, as a message of its kind would store it; nil when the form does
    /// not tell, as with mere digits.
    ///
    /// A wrong check digit is no hindrance.
    public static func telling(_ text: String) -> IdentifierReading? {
        guard let number = try? NumberText(text) else { return nil }
        let found = all.filter { $0.speaksForItself }.compactMap { scheme in
            scheme.read(number).flatMap { scheme.recognises($0) ? (scheme.rank(of: $0.subject.code), $0) : nil }
        }
        return ranked(found.filter { $0.0 < 40 }) { ($0.0, $0.1.checkDigit) }.first?.1
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
        if scheme == EPC.scheme.rawValue { return try EPC.reading(code, kind: kind) }
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
                if let reading = candidate.read(number), candidate.recognises(reading) { return reading }
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
        if let thing = EPC.lookup(text) { return SubjectKind.allCases.map { Subject($0, thing.identifier) } }
        if let named = namedCandidates(text) { return named }
        guard let number = try? NumberText(text) else { return [] }
        let read = all.filter { $0.standsAlone }.compactMap { scheme in
            scheme.read(number).map { (scheme.rank(of: $0.subject.code), $0) }
        }
        return ranked(read) { ($0.0, $0.1.checkDigit) }.map(\.1.subject) + numbers(number.text, issuer: nil)
    }

    // MARK: -

    /// By rank; a wrong check digit puts one behind all others of a like shape, free text stays last.
    static func ranked<Found>(_ found: [Found], by key: (Found) -> (rank: Int, checkDigit: CheckDigit)) -> [Found] {
        let keyed = found.enumerated().map { position, found in
            let (rank, digit) = key(found)
            return (key: rank < 90 ? rank + (digit == .bad ? 50 : 0) : 10 * rank, position: position, found: found)
        }
        return keyed.sorted { ($0.key, $0.position) < ($1.key, $1.position) }.map(\.found)
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
        if let reference = references.first(where: { $0.scheme.rawValue == name }) {
            throw IdentifierProblem(
                kind: "wrong-kind", reason: "a number of \(name) names a \(reference.names), not a \(kind)")
        }
        guard let scheme = scheme(named: name) else {
            let known = (all.map { $0.scheme.rawValue } + [Scheme.number.rawValue]).joined(separator: ", ")
            throw IdentifierProblem(kind: "unknown-scheme", reason: "no numbering scheme \(name); there are \(known)")
        }
        guard scheme.kinds.contains(kind) else {
            let kinds = scheme.kinds.map(\.rawValue).joined(separator: " or ")
            throw IdentifierProblem(kind: "wrong-kind", reason: "a number of \(name) names a \(kinds), not a \(kind)")
        }
        guard scheme.standsAlone, let reading = scheme.read(number) else {
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
        guard parts.count == 1, let scheme = scheme(named: String(parts[0])), scheme.standsAlone else {
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
