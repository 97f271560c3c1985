/// From when a last-mile number's news counts: labels are printed, and numbers used again, while the box is far away.
struct LastMileOpening {
    /// Nil while nothing says that the parcel has come to the side where it is unloaded.
    let instant: Instant?

    /// - Parameters:
    ///   - inherited: events of the carriers inside the intervals, in order.
    ///   - own: the subject's own events except those of the last mile and of returns.
    ///   - lastMile: the events of the last-mile numbers.
    ///   - unloading: where the carriers are to be unloaded, where told.
    ///   - country: where the parcel goes, where told.
    init(inherited: [ReadEvent], own: [ReadEvent], lastMile: [ReadEvent], unloading: PlaceFacts?, country: String?) {
        let goals = Set([unloading?.country, country].compactMap { $0 })
        let told = goals.isEmpty ? Set(lastMile.compactMap(\.country)) : goals
        let hasCarriers = inherited.contains { $0.event.subject.kind != .declaration }
        guard hasCarriers else {
            instant = Instant(milliseconds: .min)
            return
        }
        let departed = inherited.first { $0.isActual && $0.milestone.showsMovement }?.at
        let opening = (inherited + own).lazy.filter { event in
            event.isActual && departed.map { event.at >= $0 } ?? false
                && Self.opens(event, unloading: unloading, countries: told)
        }
        .map(\.at)
        let handOver = lastMile.lazy.filter { event in
            event.isActual && event.milestone == .handedOver && departed.map { event.at > $0 } ?? false
                && event.country.map(told.contains) ?? false
                && ScanCheck(carriers: inherited).firstContradiction(in: [event]) == nil
        }
        .map(\.at)
        instant = [opening.min(), handOver.min()].compactMap { $0 }.min()
    }

    private static func opens(_ event: ReadEvent, unloading: PlaceFacts?, countries: Set<String>) -> Bool {
        let isThere = isUnloadingSide(event, unloading: unloading, countries: countries)
        return switch event.milestone {
        case .arrived, .borderArrived, .discharged, .gatedOut: isThere ?? false
        // These happen to nobody on the way; without a place they are taken for the end of it.
        case .stripped, .importCleared, .handedOver, .presented, .transitClosed: isThere ?? true
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
