import Tracking

/// A reported link in the numbers of the database.
struct LinkRow {
    /// A time that a message may or may not give.
    struct Time: Equatable {
        var at: Int64?
        var offset: Int64?

        init(at: Int64?, offset: Int64?) {
            self.at = at
            self.offset = offset
        }

        init(_ time: EventTime?) {
            at = time?.instant.milliseconds
            offset = time.map { Int64($0.offsetMinutes) }
        }
    }

    var child: Int64
    var parent: Int64
    /// Term, with the sender's own id of the claim; 0 for a paper.
    var basis: Int64
    /// Whether the claim has an id of the sender's own.
    var isNamed: Bool
    var from: Time
    var until: Time

    init(_ link: ReportedLink, _ session: WriteSession) throws {
        child = try session.subjectID(link.child)
        parent = try session.subjectID(link.parent)
        basis = try session.terms.number(LinkTerm.word(link.basis, sourceID: link.sourceID))
        isNamed = !(link.sourceID ?? "").isEmpty
        from = Time(link.from)
        until = Time(link.until)
    }

    /// Orders claims of the same millisecond, so that which of them holds does not depend on which came first.
    var order: [Int64] { Self.order(from, until) }

    static func order(_ from: Time, _ until: Time) -> [Int64] {
        [from.at ?? .min, until.at ?? .max, from.offset ?? 0, until.offset ?? 0]
    }

    func values(source: Int64) -> [PreparedStatement.Value] {
        [
            .integer(child), .integer(parent), .integer(source), .integer(basis), .optional(from.at),
            .optional(from.offset), .optional(until.at), .optional(until.offset),
        ]
    }
}
