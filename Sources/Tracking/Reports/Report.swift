/// What a message, or a stretch of a long one, says; not yet accepted.
public struct Report: Sendable {
    public var items: [ReportedItem]

    public init(items: [ReportedItem] = []) {
        self.items = items
    }
}
