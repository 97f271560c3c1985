/// Postal dispatches (UPU S8): all that one office of exchange sends another under one number.
///
/// It is the first part of its receptacles' numbers. A dispatch is several bags and no bag itself, so it is a
/// consignment; a message must say so, since papers give that kind any text.
public enum UPUS8: IdentifierScheme {
    public static let scheme = Scheme.upuS8
    public static let kinds: [SubjectKind] = [.consignment]
    public static let rank = 15
    public static let speaksForItself = false
    public static let shape = "two offices of exchange, three letters and five digits (UPU S8 dispatch)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        PostalDispatch(number.compact) == nil ? nil : reading(number.compact)
    }

    public static func notes(on code: String) -> [String] { PostalDispatch(code)?.notes ?? [] }
}

extension Scheme {
    /// Postal dispatch.
    public static let upuS8 = Scheme(rawValue: "upu-s8")
}
