/// What the twenty characters of a postal dispatch say (UPU S8-6).
public struct PostalDispatch: Hashable, Sendable {
    /// Office of exchange that sends, six letters (IMPC code).
    public var origin: String
    /// Office of exchange that receives.
    public var destination: String
    /// A by air or priority, B S.A.L. or non-priority, C by surface, D priority sent by surface.
    public var category: Character
    /// Class and subclass of the mail, for instance UN or CC.
    public var mailClass: String
    /// The last digit of the year, which comes again after ten.
    public var yearDigit: Int
    public var number: Int

    /// Nil for a text that is no dispatch number.
    public init?(_ code: String) {
        let bytes = Array(code.utf8)
        guard bytes.count == 20, bytes[..<12].allSatisfy(NumberText.isLetter), "ABCD".utf8.contains(bytes[12]),
            NumberText.isLetter(bytes[13]), NumberText.isLetterOrDigit(bytes[14]),
            let digits = NumberText.digits(code.utf8.dropFirst(15), 5...5)
        else { return nil }
        origin = String(decoding: bytes[..<6], as: UTF8.self)
        destination = String(decoding: bytes[6..<12], as: UTF8.self)
        category = Character(Unicode.Scalar(bytes[12]))
        mailClass = String(decoding: bytes[13..<15], as: UTF8.self)
        yearDigit = Int(digits[0])
        number = digits.dropFirst().value
    }

    var notes: [String] { ["\(origin) to \(destination)", "dispatch \(number) of a year ending in \(yearDigit)"] }
}
