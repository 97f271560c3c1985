/// A place as an event tells it: a node of ours, or a code or name that we do not know and keep as it came.
public struct PlaceReference: Hashable, Sendable, CustomStringConvertible {
    /// A node's code (`ALK`), or `scheme:value` of what could not be resolved (`unlocode:FRPAR`, `name:Eiffel Tower`).
    public var text: String

    public init(text: String) {
        self.text = text
    }

    public init(_ place: Place) {
        text = place.code
    }

    public init(unresolved value: String, scheme: String) {
        text = "\(scheme):\(value)"
    }

    public var isResolved: Bool { !text.contains(":") }

    public var description: String { text }
}
