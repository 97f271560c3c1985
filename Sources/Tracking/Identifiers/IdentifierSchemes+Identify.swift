extension IdentifierSchemes {
    /// Everything that a number may be, the most likely first; places and registrations too. Free text is left out, as
    /// anything may be one.
    ///
    /// Our own canonical texts, such as `iso6346:MRKU9465770`, are numbers of the scheme they name and of no other.
    /// A candidate whose check digit is wrong comes after those of a like shape that nothing contradicts. Which one it is
    /// only a message or a person knows.
    public static func identify(_ text: String) -> [IdentifierCandidate] {
        let (schemes, code) = named(text)
        guard let number = number(code) else { return [] }
        let found = schemes.filter { !$0.isFreeText }.compactMap { $0.candidate(number) }
        let advice = dateAdvice(number)
        return ranked(found) { ($0.rank, $0.checkDigit) }.map { candidate in
            var candidate = candidate
            candidate.notes += advice
            return candidate
        }
    }

    /// What a text that is none of these, or is one with a wrong check digit, may have been meant to be.
    ///
    /// For a person to compare with the paper; no program may take one for the number.
    public static func corrections(of text: String) -> [IdentifierCandidate] {
        guard let number = number(text) else { return [] }
        return everything.flatMap { scheme in
            scheme.corrections(of: number).compactMap { (try? NumberText($0)).flatMap(scheme.candidate) }
        }
    }

    /// The schemes of subjects and all others.
    static var everything: [any NumberingScheme.Type] { all + references }

    /// The schemes that a text may be of, and the text without the name of its scheme.
    private static func named(_ text: String) -> (schemes: [any NumberingScheme.Type], code: String) {
        guard let colon = text.firstIndex(of: ":"),
            let scheme = everything.first(where: { $0.scheme.rawValue == text[..<colon] })
        else { return (everything, text) }
        return ([scheme], String(text[text.index(after: colon)...]))
    }

    /// A long number whose digits were written one by one is too long only until its blanks are gone.
    private static func number(_ text: String) -> NumberText? {
        (try? NumberText(text)) ?? (try? NumberText(text.filter { $0 != " " }))
    }

    private static func dateAdvice(_ number: NumberText) -> [String] {
        guard let digits = number.digits(8), let date = CivilDate(yyyymmdd: digits) else { return [] }
        return ["could be the date \(date)"]
    }
}
