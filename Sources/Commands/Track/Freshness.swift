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
    /// What was asked about, where that is a carrier whose news is inherited or another number of the subject.
    var subject: Subject?

    init(polls: [Asked.Poll] = [], lastMessage: Asked.Told? = nil, subject: Subject? = nil) {
        self.polls = polls
        self.lastMessage = lastMessage
        self.subject = subject
    }

    /// For an inherited status the carrier is the one that was asked; for a parcel with no news of its own, whoever
    /// carries it; else whichever of its numbers was asked last, that of the deciding news before the others.
    init(of stored: StoredSubject, _ timeline: Timeline, _ session: ReadSession) throws {
        let own = try Self.own(stored, timeline, session)
        let told = own.compactMap(\.asked.lastMessage)
        var deciding: Subject?
        if let status = timeline.status, status.inherited { deciding = status.subject }
        if deciding == nil, own.allSatisfy(\.asked.polls.isEmpty) {
            deciding =
                timeline.links.last { $0.link.parent.kind == .container && !$0.denied && !$0.link.isCandidate }?
                .link.parent
        }
        if let deciding, let carrier = try session.stored(deciding) {
            let asked = try session.asked(about: carrier)
            self.init(
                polls: asked.polls.sorted { Self.latest($0) > Self.latest($1) },
                lastMessage: (told + [asked.lastMessage].compactMap(\.self)).max { $0.message < $1.message },
                subject: deciding)
            return
        }
        let asked = own.flatMap { number in number.asked.polls.map { (subject: number.subject, poll: $0) } }
            .sorted { left, right in
                let decides = (left.subject == timeline.status?.subject, right.subject == timeline.status?.subject)
                return decides.0 != decides.1 ? decides.0 : Self.latest(left.poll) > Self.latest(right.poll)
            }
        let first = asked.first?.subject
        self.init(
            polls: asked.map(\.poll), lastMessage: told.max { $0.message < $1.message },
            subject: first == stored.subject ? nil : first)
    }

    /// What is known of the asking about each number of the subject; not of an order that holds others too.
    private static func own(_ stored: StoredSubject, _ timeline: Timeline, _ session: ReadSession)
        throws -> [(subject: Subject, asked: Asked)]
    {
        var own = [(subject: stored.subject, asked: try session.asked(about: stored))]
        for number in timeline.numbers where !(number.isShared && !number.role.isLaterLeg) {
            guard let other = try session.stored(number.subject) else { continue }
            own.append((number.subject, try session.asked(about: other)))
        }
        return own
    }

    var answer: Answer {
        if let poll = polls.first, let word = poll.answer { return Answer(rawValue: word) ?? .never }
        return lastMessage == nil ? .never : .told
    }

    private static func latest(_ poll: Asked.Poll) -> Int64 { poll.lastAttempt?.milliseconds ?? .min }
}
