import Tracking

/// One message on its way in: which it is, who told it, and what has become of its items so far.
struct Acceptance {
    let message: Int64
    /// UTC milliseconds: orders what one source said at different times, the same in whatever order messages reach us.
    let receivedAt: Int64
    let sha256: [UInt8]
    /// Term of the source.
    let source: Int64
    /// Whether a person said it: only he can bring back what a person took back.
    var isPersons = false
    /// Whether the bytes are kept even where they say nothing new: what comes unasked cannot be asked for again.
    var keepsBody = false
    /// The message from which on what is told here is known again; nil for a message on its way in.
    var since: Int64?
    /// Whether any event was ever taken back by a person; looked up once for a stretch.
    var hasRetractions = false

    /// By which a row ends that what is told here supersedes.
    var endingMessage: Int64 { since ?? message }
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
