import Tracking

/// Makes the parcels of one bag and writes their own story around that of their container.
struct ParcelMaker {
    var unloadedAt: Station
    private var stuffed: Instant
    private var left: Instant
    private var stripped: Instant
    private var bagClosed: Instant
    /// What the customs lists of the bag's parcels begin with; each parcel is declared on a list of its own.
    private var customsList: String
    private var seed: SeededGenerator

    init(trip: ContainerTrip, unloadedAt: Station, bagSeed: SeededGenerator) {
        var generator = bagSeed
        self.unloadedAt = unloadedAt
        let start = trip.events.first?.at ?? Instant(milliseconds: 0)
        stuffed = trip.first(.stuffed)?.at ?? start
        left = trip.first(.departed, at: .urumqi)?.at ?? start
        stripped = trip.first(.stripped, at: unloadedAt)?.at ?? start
        bagClosed = stuffed.advanced(by: .hours(-generator.real(in: 1...14)))
        let year = LocalTime(stuffed, offsetMinutes: TrainRun.chinaOffsetMinutes).year
        customsList = "9400\(year)E" + padded(generator.integer(in: 0...9_999), 4)
        seed = generator
    }

    func parcel(serial: Int) -> TrueParcel {
        var generator = seed.stream(UInt64(serial))
        let country = country(&generator)
        let pieces = generator.chance(0.92) ? 1 : generator.integer(in: 2...5)
        let weight = min(30_000, max(20, Int(generator.lognormal(median: 420, sigma: 0.9))))
        return TrueParcel(
            number: ParcelNumbers.tracking(serial, packed: bagClosed, &generator),
            order: "SO" + padded(generator.integer(in: 0...9_999_999_999), 10), country: country,
            weightGrams: weight, pieces: pieces, valueCents: Int(generator.lognormal(median: 1900, sigma: 0.7)),
            currency: generator.chance(0.7) ? "USD" : "EUR",
            customsList: customsList + padded(serial % 10_000_000, 7),
            lastMile: ParcelNumbers.lastMile(serial, country), isLabelledAtOrigin: generator.chance(0.4),
            events: events(&generator))
    }

    private func country(_ generator: inout SeededGenerator) -> String {
        switch unloadedAt {
        case .almaty: "KZ"
        case .moscow: "RU"
        case .lodz: generator.chance(0.8) ? "PL" : "LT"
        case .prague: generator.chance(0.7) ? "CZ" : "SK"
        default:
            generator.pick([("DE", 55), ("FR", 14), ("NL", 10), ("BE", 6), ("AT", 5), ("IT", 5), ("ES", 5)]) ?? "DE"
        }
    }

    private func events(_ generator: inout SeededGenerator) -> [TrueEvent] {
        origin(&generator) + end(&generator)
    }

    private func origin(_ generator: inout SeededGenerator) -> [TrueEvent] {
        let sorted = bagClosed.advanced(by: .hours(-generator.real(in: 0.2...10)))
        let accepted = sorted.advanced(by: .hours(-generator.real(in: 6...60)))
        let cleared = bagClosed.advanced(by: .hours(-generator.real(in: 0...0.15)))
        return [
            TrueEvent(.announced, accepted.advanced(by: .hours(-generator.real(in: 2...30))), nil),
            TrueEvent(.accepted, accepted, .urumqi),
            TrueEvent(.exportDeclared, sorted, .urumqi), TrueEvent(.sorted, sorted, .urumqi),
            TrueEvent(.exportCleared, cleared, .urumqi), TrueEvent(.packed, bagClosed, .urumqi),
            TrueEvent(.dispatched, left, .urumqi),
        ]
    }

    private func end(_ generator: inout SeededGenerator) -> [TrueEvent] {
        let presented = stripped.advanced(by: .hours(generator.real(in: 0.5...4)))
        let customs = LegTime.importCustoms.draw(&generator)
        let cleared = presented.advanced(by: customs)
        var events = [
            TrueEvent(.presented, presented, unloadedAt),
            TrueEvent(.importDeclared, presented.advanced(by: customs * 0.2), unloadedAt),
        ]
        if generator.chance(0.04) {
            events.append(TrueEvent(.importHeld, presented.advanced(by: customs * 0.4), unloadedAt))
        }
        events.append(TrueEvent(.importCleared, cleared, unloadedAt))
        return events + lastMile(cleared, &generator)
    }

    private func lastMile(_ cleared: Instant, _ generator: inout SeededGenerator) -> [TrueEvent] {
        let leg = LegTime.hubToDoor.draw(&generator)
        let handedOver = cleared.advanced(by: leg * 0.1)
        let out = cleared.advanced(by: leg * 0.85)
        var events = [
            TrueEvent(.relabelled, handedOver, unloadedAt), TrueEvent(.handedOver, handedOver, unloadedAt),
            TrueEvent(.outForDelivery, out, nil),
        ]
        if generator.chance(0.01) {
            events.append(TrueEvent(.deliveryFailed, cleared.advanced(by: leg), nil))
            events.append(TrueEvent(.returning, cleared.advanced(by: leg + .days(8)), nil))
            return events
        }
        let isLate = generator.chance(0.05)
        if isLate { events.append(TrueEvent(.deliveryFailed, cleared.advanced(by: leg), nil)) }
        let delivered = cleared.advanced(by: isLate ? leg + .days(1) : leg)
        return events + [TrueEvent(.delivered, delivered, nil)]
    }
}
