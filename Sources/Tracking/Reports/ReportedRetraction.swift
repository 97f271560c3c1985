/// A person takes back one event, whoever told it, by what makes it that event.
public struct ReportedRetraction: Hashable, Sendable {
    public var key: EventKey

    public init(key: EventKey) {
        self.key = key
    }
}
