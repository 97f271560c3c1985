import Tracking

/// Writes down the trip of one container, from the empty box that is fetched to the empty box that is returned.
struct Itinerary {
    var listed: TrainRun
    var aboard: TrainRun
    var fate: Fate
    var destination: Station
    var partialStripAt: Station?
    var generator: SeededGenerator
    private var written: [TrueEvent] = []
    private var service: String?
    private var wagon: String?
    private var load = Load.laden

    init(
        listed: TrainRun, aboard: TrainRun, fate: Fate, destination: Station, partialStripAt: Station?,
        generator: SeededGenerator
    ) {
        self.listed = listed
        self.aboard = aboard
        self.fate = fate
        self.destination = destination
        self.partialStripAt = partialStripAt
        self.generator = generator
    }

    mutating func events() -> [TrueEvent] {
        packInUrumqi()
        rideToAlashankou()
        var now = crossIntoKazakhstan()
        now = destination.isWestOfPoland ? rideToPoland(from: now) : rideEast(from: now)
        if destination.isWestOfPoland { now = crossPoland(from: now) }
        unload(from: now)
        return written
    }

    private mutating func write(_ milestone: Milestone, _ at: Instant, _ station: Station) {
        written.append(TrueEvent(milestone, at, station, load: load, service: service, wagon: wagon))
    }

    private mutating func packInUrumqi() {
        let gatedIn = listed.plannedDeparture.advanced(by: .hours(-generator.real(in: 9...40)))
        let stuffed = gatedIn.advanced(by: .hours(-generator.real(in: 4...18)))
        load = .empty
        write(.gatedOut, stuffed.advanced(by: .hours(-generator.real(in: 8...60))), .urumqi)
        load = .laden
        write(.stuffed, stuffed, .urumqi)
        write(.gatedIn, gatedIn, .urumqi)
        if case .rolled = fate { write(.rolled, listed.departure, .urumqi) }
        board(aboard.number, wagon: WagonNumber.chinese(&generator))
        write(.loaded, loadingTime(), .urumqi)
    }

    /// A rolled box is loaded on the next train once it has missed the one before.
    private mutating func loadingTime() -> Instant {
        let earlier = Duration.hours(generator.real(in: 3...8))
        let wait = aboard.departure.since(listed.departure)
        return aboard.departure.advanced(by: .zero - min(earlier, fate.isRolled ? wait * 0.5 : earlier))
    }

    private mutating func rideToAlashankou() {
        for event in aboard.events where event.at <= aboard.alashankouArrival {
            guard let station = event.station else { continue }
            write(event.milestone, event.at, station)
        }
    }

    /// The departure from Dostyk.
    private mutating func crossIntoKazakhstan() -> Instant {
        var delay = Duration.zero
        let dwell = aboard.dostykDeparture.since(aboard.alashankouArrival)
        if fate == .leftBehind(at: .alashankou) {
            let later = "X\(8001 + 2 * generator.integer(in: 0...499))"
            delay = leave(at: .alashankou, from: aboard.alashankouArrival, dwell, for: later)
        }
        write(.borderDeparted, aboard.alashankouDeparture.advanced(by: delay), .alashankou)
        let arrival = aboard.dostykArrival.advanced(by: delay)
        write(.borderArrived, arrival, .dostyk)
        let left = aboard.dostykDeparture.advanced(by: delay)
        changeGauge(at: .dostyk, arrival, until: left, wagon: WagonNumber.wide(&generator))
        guard fate == .leftBehind(at: .dostyk) else { return depart(.dostyk, left) }
        let later = String(generator.integer(in: 1001...1998))
        return depart(.dostyk, left.advanced(by: leave(at: .dostyk, from: left, .zero, for: later)))
    }

    private mutating func depart(_ station: Station, _ at: Instant) -> Instant {
        write(.borderDeparted, at, station)
        return at
    }

    /// Taken off its train within the first part of a dwell and put on a later one: 24 to 96 hours lost.
    private mutating func leave(
        at station: Station, from start: Instant, _ dwell: Duration,
        for later: String
    ) -> Duration {
        let delay = Duration.hours(generator.real(in: 24...96))
        write(.detached, start.advanced(by: dwell * 0.2), station)
        service = later
        write(.attached, start.advanced(by: delay + dwell * 0.3), station)
        return delay
    }

    private mutating func board(_ service: String?, wagon: String?) {
        self.service = service
        self.wagon = wagon
    }

    /// Off one gauge and on the other, in the later part of the time between an arrival and a departure.
    private mutating func changeGauge(
        at station: Station, _ arrival: Instant, until departure: Instant,
        wagon next: String
    ) {
        let stay = departure.since(arrival)
        write(.discharged, arrival.advanced(by: stay * generator.real(in: 0.2...0.4)), station)
        let number = String(generator.integer(in: 1001...1998))
        board(number, wagon: next)
        let loaded = arrival.advanced(by: stay * generator.real(in: 0.55...0.85))
        write(.gaugeChanged, loaded, station)
        write(.loaded, loaded, station)
    }

    /// Containers that left Dostyk together for one destination travel together; the others are alone.
    private func shared(_ label: UInt64) -> SeededGenerator {
        if case .leftBehind = fate { return generator.stream(label) }
        let direction: UInt64 = destination == .almaty ? 1 : destination == .moscow ? 2 : 3
        return SeededGenerator(seed: aboard.seed).stream(label &+ direction)
    }

    private mutating func rideToPoland(from start: Instant) -> Instant {
        var together = shared(100)
        let leg = LegTime.dostykToMalaszewicze.draw(&together)
        pass([(0.056, .aktogay), (0.26, .astana), (0.35, .petropavl)], start, leg)
        var late = Duration.zero
        if partialStripAt == .moscow { late = stripSome(at: .moscow, start.advanced(by: leg * 0.8)) }
        let onward = start.advanced(by: late)
        pass([(0.93, .minsk)], onward, leg)
        write(.borderArrived, onward.advanced(by: leg * 0.965), .brest)
        write(.borderDeparted, onward.advanced(by: leg * 0.985), .brest)
        let arrival = onward.advanced(by: leg)
        write(.borderArrived, arrival, .malaszewicze)
        return arrival
    }

    private mutating func pass(_ stops: [(share: Double, station: Station)], _ start: Instant, _ leg: Duration) {
        for stop in stops where stop.station != destination {
            let at = start.advanced(by: leg * stop.share)
            if stop.station == .astana {
                write(.arrived, at, stop.station)
                write(.departed, at.advanced(by: .minutes(150)), stop.station)
            } else {
                write(.passed, at, stop.station)
            }
        }
    }

    private mutating func stripSome(at station: Station, _ arrival: Instant) -> Duration {
        let stay = Duration.hours(generator.real(in: 20...48))
        write(.arrived, arrival, station)
        write(.stripped, arrival.advanced(by: stay * 0.5), station)
        write(.departed, arrival.advanced(by: stay), station)
        return stay
    }

    /// To Almaty or Moscow: off the train for Europe at Dostyk.
    private mutating func rideEast(from start: Instant) -> Instant {
        var together = shared(200)
        let leg = destination.legFromDostyk.draw(&together)
        if destination == .moscow { pass([(0.07, .aktogay), (0.33, .astana), (0.44, .petropavl)], start, leg) }
        let arrival = start.advanced(by: leg)
        write(.arrived, arrival, destination)
        return arrival
    }

    private mutating func crossPoland(from arrival: Instant) -> Instant {
        var together = shared(300)
        let departure = arrival.advanced(by: LegTime.polishBorder.draw(&together))
        changeGauge(at: .malaszewicze, arrival, until: departure, wagon: WagonNumber.european(&generator))
        write(.borderDeparted, departure, .malaszewicze)
        let leg = LegTime.malaszewiczeToHub.draw(&together, scale: destination.hubLegScale)
        write(.arrived, departure.advanced(by: leg), destination)
        return departure.advanced(by: leg)
    }

    private mutating func unload(from arrival: Instant) {
        let discharged = arrival.advanced(by: .hours(generator.real(in: 1...5)))
        write(.discharged, discharged, destination)
        board(nil, wagon: nil)
        let out = discharged.advanced(by: .hours(generator.real(in: 3...24)))
        write(.gatedOut, out, destination)
        let stripped = out.advanced(by: .hours(generator.real(in: 2...20)))
        write(.stripped, stripped, destination)
        load = .empty
        write(.gatedIn, stripped.advanced(by: .hours(generator.real(in: 8...90))), destination)
    }
}
