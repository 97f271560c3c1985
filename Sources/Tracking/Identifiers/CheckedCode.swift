/// A code in canonical form and what its check digit says.
public struct CheckedCode: Hashable, Sendable {
    public var code: String
    public var checkDigit: CheckDigit

    public init(_ code: String, checkDigit: CheckDigit) {
        self.code = code
        self.checkDigit = checkDigit
    }
}
