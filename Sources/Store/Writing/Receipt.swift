public import Tracking

/// What became of a delivery.
public struct Receipt: Sendable {
    /// The last message that was archived; nil when nothing was said that was not known.
    public var message: MessageID?
    public var accounting: Accounting
    /// Links that were not known before.
    public var links: Int
    /// Whether anything at all was new.
    public var isNews: Bool
    /// The subjects of which something new was said, where several numbers were asked at once.
    var news: Set<Subject> = []

    public init(message: MessageID? = nil, accounting: Accounting = Accounting(), links: Int = 0, isNews: Bool = false)
    {
        self.message = message
        self.accounting = accounting
        self.links = links
        self.isNews = isNews
    }

    static func + (left: Receipt, right: Receipt) -> Receipt {
        var sum = Receipt(
            message: right.message ?? left.message, accounting: left.accounting + right.accounting,
            links: left.links + right.links, isNews: left.isNews || right.isNews)
        sum.news = left.news.union(right.news)
        return sum
    }
}
