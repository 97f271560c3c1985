import Tracking

/// One message on its way in: which it is, who told it, and what has become of its items so far.
struct Acceptance {
    let message: Int64
    /// UTC milliseconds: orders what one source said at different times, the same in whatever order messages reach us.
    let receivedAt: Int64
    let sha256: [UInt8]
    /// Term of the source.
    let source: Int64
    var accounting = Accounting()
    var links = 0
    var isNews = false
    /// The subjects of items that said something new; gathered only where several numbers were asked at once.
    var news: Set<Subject>?
    /// Problems kept so far; a message of nothing but mistakes must not fill the database.
    var problems = 0

    static let mostProblems = 1000

    /// An item said something new.
    mutating func note(newsIn item: ReportedItem) {
        isNews = true
        news?.formUnion(item.events.map(\.subject) + item.facts.map(\.subject))
        news?.formUnion(
            item.links.flatMap { [$0.child, $0.parent] } + item.aliases.flatMap { [$0.subject, $0.alias] })
    }
}
