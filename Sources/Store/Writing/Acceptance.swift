import Tracking

/// One message on its way in: which it is, who told it, and what has become of its items so far.
struct Acceptance {
    let message: Int64
    let stamp: MessageStamp
    /// Term of the source.
    let source: Int64
    var accounting = Accounting()
    var links = 0
    var isNews = false
    /// Problems kept so far; a message of nothing but mistakes must not fill the database.
    var problems = 0

    static let mostProblems = 1000
}
