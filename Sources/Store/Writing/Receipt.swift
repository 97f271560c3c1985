public import Tracking

/// What became of a delivery.
public struct Receipt: Sendable {
    /// Nil when the message said nothing that was not known and left no trace.
    public var message: MessageID?
    public var accounting: Accounting
    /// Links that were not known before.
    public var links: Int
    /// Whether anything at all was new.
    public var isNews: Bool

    public init(message: MessageID? = nil, accounting: Accounting = Accounting(), links: Int = 0, isNews: Bool = false) {
        self.message = message
        self.accounting = accounting
        self.links = links
        self.isNews = isNews
    }
}
