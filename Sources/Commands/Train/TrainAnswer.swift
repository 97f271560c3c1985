import Store
import Tracking

/// One departure and what it carries: where its containers are, never one dot.
struct TrainAnswer {
    /// A container listed on the train, and where it stands.
    struct Box {
        var subject: Subject
        var status: TimelineStatus?
        /// Whether anything confirms that it left with this train.
        var isConfirmed: Bool
        var basis: LinkBasis?
        var parcels: Int
        /// Parcels that only inference puts into it.
        var inferred: InferredContents
        /// The container's own departure from where the train starts.
        var departure: TimelineEntry?
        /// Where it is planned or expected to arrive in the end.
        var plannedEnds: [TimelineEntry]

        /// Its own departure, where that was not with this train: it was left behind, and went later.
        var leftLater: TimelineEntry? { isConfirmed ? nil : departure }
    }

    var train: Subject
    var timeline: Timeline
    var boxes: [Box]
    /// Kinds and counts of what is listed, at any depth.
    var contents: [SubjectKind: Int]
    /// Parcels that no paper lists on it, and that inference puts there.
    var inferred: InferredContents
    var progress: DepartureProgress
    /// Told of the train, or of a container aboard, or planned: the departure from the origin that is known best.
    var departure: TimelineEntry?
    /// Whether it really left: somebody saw it leave, or a paper made after the departure lists a container on it.
    var isConfirmed: Bool { departure?.classifier == .actual || boxes.contains(where: \.isConfirmed) }
    /// Containers that are listed, and of which nothing shows that they left with it or without it.
    var expected: Int { boxes.count { !$0.isConfirmed && $0.leftLater == nil } }
    /// Listed parcels of which no paper says in which of its containers they are.
    var parcelsWithoutContainer: Int { max(0, (contents[.parcel] ?? 0) - boxes.reduce(0) { $0 + $1.parcels }) }
    /// The last that happened to the train or to a container that left with it.
    var lastNews: TimelineEntry?

    init(_ stored: StoredSubject, session: ReadSession, places: Places) throws {
        train = stored.subject
        timeline = Timeline(try session.dossier(of: stored)) { places.place(for: $0) }
        contents = try session.contents(of: stored)
        inferred = try session.inferredContents(of: stored)
        let departures = timeline.entries.filter { $0.milestone == .departed || $0.milestone == .borderDeparted }
        let planned = departures.first { $0.classifier == .actual } ?? departures.first
        let origin = TrainOrigin(place: planned?.place, planned: planned?.time.instant ?? Self.date(of: train)?.instant)
        var boxes: [Box] = []
        var containers: [Timeline] = []
        for child in try TrainListing(session: session).containers(of: stored) {
            let container = Timeline(try session.dossier(of: child)) { places.place(for: $0) }
            guard TrainListing.isListed(container, on: stored.subject, at: origin.planned) else { continue }
            let link = container.links.last { $0.link.parent == stored.subject }
            let parcels = try session.contents(of: child)[.parcel] ?? 0
            containers.append(container)
            boxes.append(
                Box(
                    subject: child.subject, status: container.status, isConfirmed: link?.confirmed ?? false,
                    basis: link?.basis, parcels: parcels, inferred: try session.inferredContents(of: child),
                    departure: origin.departure(container, places),
                    plannedEnds: container.entries.filter { $0.shown && $0.classifier != .actual && !$0.inherited }
                        .suffix(1)))
        }
        self.boxes = boxes.sorted { $0.subject.code < $1.subject.code }
        let byContainer = boxes.filter(\.isConfirmed).compactMap(\.departure).min { $0.time.instant < $1.time.instant }
        departure = planned?.classifier == .actual ? planned : byContainer ?? planned
        let leftAt = departure?.time.instant ?? Self.date(of: train)?.instant ?? Instant(milliseconds: 0)
        lastNews = Self.lastNews(timeline, boxes, containers, since: departure)
        progress = Departure(train: train, leftAt: leftAt).progress(containers: containers)
    }

    private static func lastNews(
        _ train: Timeline, _ boxes: [Box], _ containers: [Timeline], since departure: TimelineEntry?
    ) -> TimelineEntry? {
        let aboard = zip(boxes, containers).filter { $0.0.isConfirmed }.map(\.1)
        let limit = departure?.time.instant.advanced(by: .days(60))
        return ([train] + aboard).flatMap(\.entries)
            .filter { entry in
                entry.shown && entry.classifier == .actual && limit.map { entry.time.instant <= $0 } ?? true
            }
            .max { $0.time.instant < $1.time.instant }
    }

    /// Whether anything believed at the moment of knowledge speaks of it.
    var isKnown: Bool { !(timeline.entries.isEmpty && timeline.facts.isEmpty && boxes.isEmpty && contents.isEmpty) }

    /// The day that stands in the train's name, in the time of its origin: all of China keeps one zone.
    static func date(of train: Subject) -> EventTime? {
        let day = train.code.split(separator: "@").last.map(String.init) ?? ""
        return try? TimeReader().read(day, zone: "Asia/Shanghai", place: nil, assumed: nil, reference: nil)
    }
}
