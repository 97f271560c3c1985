/// A carrier's key. However it is printed, it prints as three dots.
public struct Secret: Equatable, Sendable {
    private let value: String

    /// Keeps a key.
    public init(_ value: String) {
        self.value = value
    }

    /// The key itself, for the one place that sends it.
    public func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { description }
    /// Without children, so that `dump` and a failed test's message show nothing either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
