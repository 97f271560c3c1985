import Store
import Tracking

/// What a timeline says that a list needs, shared by all who travel alike.
final class Story {
    /// A train that something is on or is planned on.
    struct Ride {
        var train: Subject
        var isConfirmed: Bool
        /// Where it is believed by inference alone: how probable it is.
        var probability: Double?
    }

    /// The subject that it was derived for, its other numbers and its papers, in the order of the pattern.
    let own: [Subject?]
    let status: TimelineStatus?
    /// The box it was last put in; several where the papers contradict each other.
    let containers: [Subject]
    /// Where they are believed by inference alone: how probable that is.
    let containerProbability: Double?
    let ride: Ride?
    /// What it may be in or on, where that is not known.
    let candidates: [Candidate]
    /// When the last thing happened that is known; nil while nothing has.
    let lastNews: Instant?
    let conflicts: [Conflict.Kind]
    let customs: CustomsStory
    private let carriers: Set<Subject>

    init(own: [Subject?], _ dossier: Dossier, _ timeline: Timeline) {
        self.own = own
        status = timeline.status
        let links = timeline.links.filter { $0.outrankedBy == nil && ($0.holds || !$0.confirmed) }
        carriers = Set(links.map(\.link.parent))
        containers = Self.containers(links, timeline)
        containerProbability = containers.compactMap { timeline.beliefs[$0] }.min()
        candidates = timeline.candidates
        var ride = Self.ride(links, timeline.expected)
        if let train = ride?.train { ride?.probability = timeline.beliefs[train] }
        self.ride = ride
        lastNews = timeline.entries.filter { $0.shown && $0.classifier == .actual }.map(\.time.latest).max()
        conflicts = timeline.conflicts.map(\.kind)
        customs = CustomsStory(own: own, dossier, timeline)
    }

    /// Whether the journey has ended.
    var hasEnded: Bool { status.map { [.delivered, .returned, .lost, .disposed].contains($0.milestone) } ?? false }

    func isCarried(in carrier: Subject) -> Bool { carriers.contains(carrier) }

    /// How long nothing has happened.
    ///
    /// - Parameter firstTold: when the first paper that names it came, from when on silence is counted before anything
    ///   has happened.
    func silence(at now: Instant, firstTold: Instant?) -> Duration? {
        (lastNews ?? firstTold).map { max(.zero, now.since($0)) }
    }

    private static func containers(_ links: [TimelineLink], _ timeline: Timeline) -> [Subject] {
        if let split = timeline.split { return split.positions.map(\.container) }
        if let status = timeline.status, status.subject.kind == .container { return [status.subject] }
        let inside = links.filter { $0.link.parent.kind == .container }
        let contested = inside.filter(\.inConflict)
        if !contested.isEmpty { return Set(contested.map(\.link.parent)).sorted { $0.code < $1.code } }
        return inside.max { isEarlier($0, $1) }.map { [$0.link.parent] } ?? []
    }

    private static func ride(_ links: [TimelineLink], _ expected: [Subject]) -> Ride? {
        let trains = links.filter { $0.link.parent.kind == .train }
        if let last = trains.filter(\.carries).max(by: isEarlier) {
            return Ride(train: last.link.parent, isConfirmed: true)
        }
        let planned = expected.first ?? trains.filter { !$0.confirmed }.max(by: isEarlier)?.link.parent
        return planned.map { Ride(train: $0, isConfirmed: false) }
    }

    private static func isEarlier(_ left: TimelineLink, _ right: TimelineLink) -> Bool {
        if left.carries != right.carries { return right.carries }
        let (first, second) = (left.from?.milliseconds ?? .min, right.from?.milliseconds ?? .min)
        if first != second { return first < second }
        return left.link.message < right.link.message
    }
}
