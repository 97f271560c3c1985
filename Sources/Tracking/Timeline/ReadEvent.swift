/// An event as the timeline reads it: its place looked up, and the milestone that its place gives it.
///
/// A reference, for the rules pass events around far more often than an event has strings to be copied.
final class ReadEvent: Sendable {
    let event: Event
    /// As read: `arrived` at a border is `border-arrived`, a load after a discharge at a break of gauge a gauge change.
    let milestone: Milestone
    let place: PlaceFacts?
    let at: Instant
    /// The last instant that the time may stand for.
    let latest: Instant
    let isActual: Bool
    let isDay: Bool
    /// Where the milestone stands in the order of a journey.
    let order: Int

    convenience init(_ event: Event, place: PlaceFacts?) {
        let milestone: Milestone =
            switch event.milestone {
            case .arrived where place?.isBorder == true: .borderArrived
            case .departed where place?.isBorder == true: .borderDeparted
            default: event.milestone
            }
        self.init(event, place: place, readAs: milestone)
    }

    init(_ event: Event, place: PlaceFacts?, readAs milestone: Milestone) {
        self.event = event
        self.milestone = milestone
        self.place = place
        at = event.time.instant
        latest = event.time.latest
        isActual = event.classifier == .actual
        isDay = event.time.precision == .day
        order = milestone.order
    }

    var country: String? { place?.country ?? event.country }

    /// The country on whose side of a border it took place.
    var side: String? {
        switch milestone {
        case .borderArrived, .borderDeparted: country
        default: nil
        }
    }
}

extension ReadEvent {
    /// By instant, then by the order of milestones, then by whatever tells two events apart, so that the order of a
    /// dossier does not matter.
    static func precedes(_ left: ReadEvent, _ right: ReadEvent) -> Bool {
        if left.at != right.at { return left.at < right.at }
        if left.order != right.order { return left.order < right.order }
        if left.event.source != right.event.source { return left.event.source < right.event.source }
        if left.event.rawCode != right.event.rawCode { return left.event.rawCode < right.event.rawCode }
        if left.event.subject != right.event.subject { return left.event.subject.precedes(right.event.subject) }
        if left.event.message != right.event.message { return left.event.message < right.event.message }
        return left.tieBreaker.lexicographicallyPrecedes(right.tieBreaker)
    }

    private var tieBreaker: [String] {
        [
            event.place?.text ?? "", event.classifier.rawValue, event.sourceID ?? "", event.country ?? "",
            event.load?.rawValue ?? "", event.text ?? "", event.time.precision.rawValue, event.time.basis.rawValue,
            String(event.time.offsetMinutes), String(event.recordedAt.milliseconds), event.milestone.rawValue,
        ]
    }
}

extension Subject {
    /// A total order of subjects, for answers that do not depend on the order of a dossier.
    func precedes(_ other: Subject) -> Bool {
        if kind != other.kind { return kind.rawValue < other.kind.rawValue }
        if scheme != other.scheme { return scheme.rawValue < other.scheme.rawValue }
        if code != other.code { return code < other.code }
        return (identifier.issuer ?? "") < (other.identifier.issuer ?? "")
    }
}
