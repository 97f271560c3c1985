/// From when a last-mile number's news counts: labels are printed, and numbers used again, while the box is far away.
struct LastMileOpening {
    /// Nil while nothing says that the parcel has come to the side where it is unloaded.
    let instant: Instant?

    /// What is known of the way to the last mile.
    struct Way {
        /// Events of the carriers inside the intervals, in order.
        var inherited: [ReadEvent]
        /// The subject's own events except those of the last mile and of returns.
        var own: [ReadEvent]
        /// The events of the last-mile numbers.
        var lastMile: [ReadEvent]
        /// Where the carriers are to be unloaded, where told.
        var unloading: PlaceFacts?
        /// Where the parcel goes, where told.
        var country: String?
        /// When what it is claimed to be in is to leave, or the earliest that it can have been claimed; nil where
        /// nobody told of a box, a train or a truck.
        var begins: Begin?
    }

    /// The earliest beginning of the journey that the papers allow.
    enum Begin {
        case departure(Instant)
        case paper(Instant)
    }

    /// The fastest train needs so many days from Urumqi into the countries where a last mile begins.
    private static let fastestJourney: Int64 = 7
    /// A paper without a date comes at most so many days after its box left.
    private static let longestDelay: Int64 = 60

    init(_ way: Way) {
        let departed = way.inherited.first { Self.tellsOfTheBox($0) && $0.milestone.showsMovement }?.at
        guard let departed else {
            // Nobody tells of the box, as most do not: the number counts from when the box can have arrived.
            let bounds = [way.begins.map(Self.earliest), Self.lastInChina(way.own + way.inherited)]
            instant = bounds.compactMap { $0 }.max() ?? Instant(milliseconds: .min)
            return
        }
        let goals = Set([way.unloading?.country, way.country].compactMap { $0 })
        let told = goals.isEmpty ? Set(way.lastMile.compactMap(\.country)) : goals
        let opening = (way.inherited + way.own).lazy.filter { event in
            event.isActual && event.at >= departed
                && Self.opens(event, unloading: way.unloading, countries: told)
        }
        .map(\.at)
        let handOver = way.lastMile.lazy.filter { event in
            event.isActual && event.milestone == .handedOver && event.at > departed
                && event.country.map(told.contains) ?? false
                && ScanCheck(carriers: way.inherited).firstContradiction(in: [event]) == nil
        }
        .map(\.at)
        instant = [opening.min(), handOver.min()].compactMap { $0 }.min()
    }

    private static func earliest(_ begin: Begin) -> Instant {
        switch begin {
        case .departure(let instant): instant.plus(days: fastestJourney)
        case .paper(let instant): instant.plus(days: -longestDelay)
        }
    }

    /// A bill's border departure is told once, by customs; who follows a box tells of its arrival too.
    private static func tellsOfTheBox(_ event: ReadEvent) -> Bool {
        switch event.event.subject.kind {
        case .container, .train, .wagon, .vehicle, .bag: event.isActual
        case .consignment, .declaration, .parcel: false
        }
    }

    /// What a last-mile number told before the parcel was last seen in China was about another parcel.
    private static func lastInChina(_ events: [ReadEvent]) -> Instant? {
        events.lazy.filter { event in
            event.isActual && event.country == "CN" && event.milestone.isPhysical && !event.milestone.endsCarriage
        }
        .map(\.at).max()
    }

    private static func opens(_ event: ReadEvent, unloading: PlaceFacts?, countries: Set<String>) -> Bool {
        let isThere = isUnloadingSide(event, unloading: unloading, countries: countries)
        return switch event.milestone {
        case .arrived, .borderArrived, .discharged, .gatedOut: isThere ?? false
        // These happen to nobody on the way; without a place they are taken for the end of it.
        case .stripped, .importCleared, .handedOver, .presented, .transitClosed, .outForDelivery, .deliveryFailed,
            .readyForPickup, .delivered:
            isThere ?? true
        default: false
        }
    }

    /// Nil where the event tells no place.
    private static func isUnloadingSide(_ event: ReadEvent, unloading: PlaceFacts?, countries: Set<String>) -> Bool? {
        if let unloading, let place = event.place, place.code == unloading.code { return true }
        guard let country = event.country else { return nil }
        if event.place?.isBorder == true { return event.milestone == .importCleared && countries.contains(country) }
        return countries.isEmpty ? country != "CN" && event.milestone != .arrived : countries.contains(country)
    }
}
