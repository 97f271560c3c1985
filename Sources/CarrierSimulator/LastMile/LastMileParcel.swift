import Tracking

/// A parcel as the carrier of the last leg sees it.
struct LastMileParcel: Sendable {
    let parcel: TrueParcel
    /// What this carrier will ever tell, in the order of time.
    let events: [TrueEvent]

    private static let known: Set<Milestone> = [
        .handedOver, .outForDelivery, .deliveryFailed, .returning, .delivered,
    ]

    /// - Parameter labelledAt: when the data of the label came in.
    init(_ parcel: TrueParcel, labelledAt: Instant?) {
        self.parcel = parcel
        let label = labelledAt.map { [TrueEvent(.announced, $0, nil)] } ?? []
        events = label + parcel.events.filter { Self.known.contains($0.milestone) }
    }

    func told(by now: Instant) -> [TrueEvent] {
        events.filter { $0.at <= now }
    }
}
