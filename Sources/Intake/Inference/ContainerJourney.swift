import Foundation
import Tracking

/// The latest journey of a container, as far as it tells what may have been in it.
struct ContainerJourney {
    /// The train it left the origin on.
    let train: Subject?
    let departure: EventTime?
    let sealed: EventTime?
    let arrival: EventTime?
    let crossings: [TimelineEntry]

    /// Trains that follow each other within so many days are of one journey.
    private static let longest = Duration.days(45)
    /// How long before the departure a container is filled.
    private static let filling = Duration.days(21)

    init(_ timeline: Timeline) {
        let actual = timeline.entries.filter { $0.shown && $0.classifier == .actual && $0.load != .empty }
        let train = Self.originTrain(timeline)
        let own = actual.filter { !$0.inherited }
        let departures = actual.filter { $0.milestone == .departed }
        let byTrain = train.flatMap { train in departures.first { $0.subject == train }?.time }
        let day = train.flatMap(Self.date)
        // Without a train the first departure of the journey that ends last.
        let alone = departures.last.flatMap { last in
            departures.first { $0.time.instant.advanced(by: Self.longest) >= last.time.instant }?.time
        }
        let departure = byTrain ?? day ?? alone
        self.train = train
        self.departure = departure
        let filled = own.filter { entry in
            guard let left = departure else { return true }
            return entry.time.instant <= left.latest
                && entry.time.instant >= left.instant.advanced(by: .zero - Self.filling)
        }
        sealed =
            filled.last { $0.milestone == .stuffed }?.time ?? filled.first { $0.milestone == .gatedIn }?.time
        let after = actual.filter { entry in departure.map { entry.time.latest >= $0.instant } ?? true }
        arrival = after.first { $0.milestone == .stripped && !$0.inherited }?.time
        crossings = after.filter { $0.milestone == .borderArrived || $0.milestone == .borderDeparted }
    }

    /// Of the trains that it was really on, the first of the last journey.
    private static func originTrain(_ timeline: Timeline) -> Subject? {
        let aboard = timeline.links.filter { $0.link.parent.kind == .train && $0.carries }
            .compactMap { link in date(of: link.link.parent).map { (train: link.link.parent, day: $0.instant) } }
            .sorted { ($0.day, $0.train.code) < ($1.day, $1.train.code) }
        guard let last = aboard.last else { return nil }
        return aboard.first { $0.day.advanced(by: longest) >= last.day }?.train
    }

    /// The day in the train's name, in the time of its origin: all of China keeps one zone.
    private static func date(of train: Subject) -> EventTime? {
        let day = train.code.split(separator: "@").last.map(String.init) ?? ""
        return try? TimeReader().read(day, zone: "Asia/Shanghai", place: nil, assumed: nil, reference: nil)
    }
}
