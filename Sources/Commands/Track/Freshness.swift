import Store
import Tracking

/// How fresh an answer is, and of whom that is said.
struct Freshness {
    /// The one word of an answer's freshness.
    enum Answer: String {
        /// The last poll brought something.
        case news
        /// The carrier said the same as before.
        case same
        /// The carrier knows nothing yet.
        case nothing
        /// We could not ask.
        case failed
        /// Never polled; a file or a person told.
        case told
        case never
    }

    /// Who was asked, latest attempt first.
    var polls: [Asked.Poll]
    var lastMessage: Asked.Told?
    /// The carrier whose news is inherited, where the freshness is its.
    var subject: Subject?

    init(own: Asked?, carriers: [Asked], inheritedFrom: Subject?) {
        let asked = inheritedFrom == nil ? [own].compactMap(\.self) : carriers
        polls = asked.flatMap(\.polls).sorted { Self.latest($0) > Self.latest($1) }
        lastMessage = (asked + [own].compactMap(\.self)).compactMap(\.lastMessage).max { $0.message < $1.message }
        subject = inheritedFrom
    }

    /// For an inherited status the carrier is the one that was asked; for a parcel with no news of its own, whoever
    /// carries it.
    init(of stored: StoredSubject, _ timeline: Timeline, _ session: ReadSession) throws {
        let own = try session.asked(about: stored)
        var deciding: Subject?
        if let status = timeline.status, status.inherited { deciding = status.subject }
        if deciding == nil, own.polls.isEmpty {
            deciding = timeline.links.last { $0.link.parent.kind == .container && !$0.denied }?.link.parent
        }
        guard let deciding, let carrier = try session.stored(deciding) else {
            self.init(own: own, carriers: [], inheritedFrom: nil)
            return
        }
        self.init(own: own, carriers: [try session.asked(about: carrier)], inheritedFrom: deciding)
    }

    var answer: Answer {
        if let poll = polls.first, let word = poll.answer { return Answer(rawValue: word) ?? .never }
        return lastMessage == nil ? .never : .told
    }

    private static func latest(_ poll: Asked.Poll) -> Int64 { poll.lastAttempt?.milliseconds ?? .min }
}
