/// The name of a numbering scheme, the same in Swift, SQL, YAML and on screen.
public struct Scheme: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    /// A run of a train: its number and the local date it left its origin, `X8157@2026-11-20`.
    public static let train = Scheme(rawValue: "train")
    /// Any other number, meaningful only together with who issued it.
    public static let number = Scheme(rawValue: "number")
}
