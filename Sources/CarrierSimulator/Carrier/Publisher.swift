import Tracking

/// Writes what a carrier publishes about one box, in the order it is published.
struct Publisher {
    let habits: CarrierHabits
    private let container: String
    private var generator: SeededGenerator
    private var ids: EventIDs
    private var records: [CarrierRecord] = []

    init(container: String, habits: CarrierHabits, seed: UInt64) {
        self.container = container
        self.habits = habits
        let label = container.utf8.reduce(UInt64(0)) { $0 &* 131 &+ UInt64($1) }
        generator = SeededGenerator(seed: seed).stream(label)
        ids = EventIDs(generator.stream(1))
    }

    /// All trips of the box, with the trains they were listed on and left on.
    mutating func publications(_ trips: [(trip: ContainerTrip, listed: TrainRun, aboard: TrainRun)]) -> Publications {
        for (trip, listed, aboard) in trips {
            let papers = TripPapers(sizeType: trip.sizeType, consignment: trip.consignment, seal: trip.seal)
            trip.events.forEach { tell($0, papers) }
            trip.otherUse.forEach { tell($0, TripPapers(sizeType: trip.sizeType)) }
            plan(trip, listed: listed, aboard: aboard, papers)
            estimate(trip, papers)
            if generator.chance(habits.retractedShare) { tellAndWithdraw(trip, papers) }
            if generator.chance(habits.unknownCodeShare) { tellInOwnWords(trip, papers) }
        }
        return Publications(records)
    }

    private mutating func add(
        _ event: TrueEvent, _ papers: TripPapers, at publishedAt: Instant,
        as classifier: EventClassifier = .actual, id: String? = nil,
        code: DCSACode? = nil, change: (inout CarrierRecord) -> Void = { _ in }
    ) {
        guard let code = code ?? DCSACode(event.milestone) else { return }
        var record = CarrierRecord(
            id: id ?? ids.next(), publishedAt: publishedAt, classifier: classifier, code: code,
            event: event, container: container, trip: papers)
        change(&record)
        records.append(record)
    }

    private mutating func tell(_ event: TrueEvent, _ papers: TripPapers) {
        guard DCSACode(event.milestone) != nil else { return }
        let id = ids.next()
        let first = event.at.advanced(by: habits.lag(&generator))
        guard generator.chance(habits.correctedShare) else { return add(event, papers, at: first, id: id) }
        var wrong = event
        wrong.at = event.at.advanced(by: .minutes(-generator.integer(in: 10...180)))
        add(wrong, papers, at: first, id: id)
        add(event, papers, at: first.advanced(by: .hours(generator.real(in: 2...30))), id: id)
    }

    /// The timetable: planned departure and arrival; a rolled box gets a new plan under the same ids.
    private mutating func plan(_ trip: ContainerTrip, listed: TrainRun, aboard: TrainRun, _ papers: TripPapers) {
        guard let gatedIn = trip.first(.gatedIn)?.at else { return }
        let departureID = ids.next()
        let arrivalID = ids.next()
        let later = trip.fate.isRolled ? [(aboard, listed.departure.advanced(by: .hours(4)))] : []
        for (train, publishedAt) in [(listed, gatedIn.advanced(by: .minutes(5)))] + later {
            let leaves = TrueEvent(.departed, train.plannedDeparture, .urumqi, load: .laden, service: train.number)
            let arrives = TrueEvent(
                .arrived, train.plannedDeparture.advanced(by: .days(12)), trip.destination,
                load: .laden)
            add(leaves, papers, at: publishedAt, as: .planned, id: departureID)
            add(arrives, papers, at: publishedAt, as: .planned, id: arrivalID)
        }
    }

    /// Estimated arrivals at Małaszewicze and at the hub, made when the box leaves the place before.
    private mutating func estimate(_ trip: ContainerTrip, _ papers: TripPapers) {
        let legs: [(from: Station, to: Station)] = [(.dostyk, .malaszewicze), (.malaszewicze, trip.destination)]
        for leg in legs {
            guard let left = trip.first(.borderDeparted, at: leg.from)?.at,
                var arrival = trip.first(.borderArrived, at: leg.to) ?? trip.first(.arrived, at: leg.to)
            else { continue }
            let length = arrival.at.since(left)
            arrival.at = left.advanced(by: length * generator.real(in: 0.8...1.2))
            add(arrival, papers, at: left.advanced(by: habits.lag(&generator)), as: .estimated)
        }
    }

    /// A departure from Dostyk that the carrier assumed, and takes back before the box really leaves.
    private mutating func tellAndWithdraw(_ trip: ContainerTrip, _ papers: TripPapers) {
        guard let arrived = trip.first(.borderArrived, at: .dostyk)?.at,
            var ghost = trip.first(.borderDeparted, at: .dostyk)
        else { return }
        let stay = ghost.at.since(arrived)
        ghost.at = arrived.advanced(by: stay * 0.3)
        let id = ids.next()
        add(ghost, papers, at: arrived.advanced(by: stay * 0.5), id: id) { $0.isOnlyInVersion3 = true }
        add(ghost, papers, at: arrived.advanced(by: stay * 0.9), id: id) { record in
            record.isOnlyInVersion3 = true
            record.isRetracted = true
        }
    }

    private mutating func tellInOwnWords(_ trip: ContainerTrip, _ papers: TripPapers) {
        guard let event = trip.first(.borderArrived, at: .dostyk) else { return }
        let at = event.at.advanced(by: habits.lag(&generator))
        add(event, papers, at: at, code: .equipment("XCHK"))
    }
}
