/// What the twenty-nine characters of a postal receptacle say (UPU S9-9).
public struct PostalReceptacle: Hashable, Sendable {
    public var dispatch: PostalDispatch
    public var number: Int
    /// Whether it is the dispatch's last; nil when that is not known.
    public var isLast: Bool?
    /// Whether registered or insured items are in it; nil when that is not known.
    public var holdsRegistered: Bool?
    /// Gross weight, to a hundred grams; nil for more than 999.8 kg.
    public var grams: Int?

    /// Nil for a text that is no receptacle number.
    public init?(_ code: String) {
        guard code.utf8.count == 29, code.utf8.allSatisfy(NumberText.isLetterOrDigit),
            let dispatch = PostalDispatch(String(code.prefix(20))),
            let digits = NumberText.digits(code.utf8.dropFirst(20), 9...9),
            [0, 1, 9].contains(digits[3]), [0, 1, 9].contains(digits[4])
        else { return nil }
        self.dispatch = dispatch
        number = digits[..<3].value
        isLast = digits[3] == 9 ? nil : digits[3] == 1
        holdsRegistered = digits[4] == 9 ? nil : digits[4] == 1
        let hectograms = digits[5...].value
        grams = hectograms == 9999 ? nil : hectograms * 100
    }
}
