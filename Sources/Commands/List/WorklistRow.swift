import Store
import Tracking

/// One line of a worklist: whose it is, where it stands, in which box, and under which number the last mile knows it.
struct WorklistRow {
    var subject: Subject
    var consignor: String?
    /// The country it goes to, ISO 3166 alpha-2 where told so; else as customs numbers it, or where it is sent.
    var to: String?
    var story: Story
    /// Whose event decided the status.
    var decidedBy: Subject?
    var lastMile: [Subject]
    /// When the first paper that names it came.
    var firstTold: Instant?

    /// The facts a row needs.
    static let facts: Set<String> = ["consignor_ref", "country", "customs_country", "destination"]

    init(_ situation: Situation, _ story: Story, _ session: ReadSession) throws {
        subject = situation.stored.subject
        self.story = story
        firstTold = try session.receivedAt(situation.firstMessage)
        consignor = situation.fact("consignor_ref")
        to = Self.destination(situation)
        decidedBy = try story.status.map { try Self.own($0.subject, of: story, in: situation, session) }
        lastMile = try situation.numbers.filter { $0.role == .lastMile }
            .compactMap { try session.subject(numbered: $0.id) }.sorted { $0.code < $1.code }
    }

    static func destination(_ situation: Situation) -> String? {
        situation.fact("country") ?? situation.fact("customs_country").map { "customs \($0)" }
            ?? situation.fact("destination")
    }

    /// The number that stands where the shared story names one of the subject it was derived for.
    private static func own(
        _ subject: Subject, of story: Story, in situation: Situation, _ session: ReadSession
    ) throws -> Subject {
        guard let position = story.own.firstIndex(of: subject), situation.own.indices.contains(position) else {
            return subject
        }
        return try session.subject(numbered: situation.own[position]) ?? subject
    }
}
