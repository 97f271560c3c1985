import Store
import Tracking

/// Tells which due numbers need no question of their own today: parcels whose container is asked, and last-mile numbers
/// of parcels still on the way.
actor QuietNumbers {
    private let store: StoreReader
    private let gate = LastMileGate()
    private let places: Places
    private let carrier: String
    /// Parcels of each container that are asked all the same, which shows a manifest that is wrong.
    private let share: Int
    private var drawn: [Subject: Set<Subject>] = [:]
    private var day: Int?

    init(store: StoreReader, places: Places, carrier: String, share: Int) {
        self.store = store
        self.places = places
        self.carrier = carrier
        self.share = share
    }

    /// - Throws: `StoreFailure`.
    func isQuiet(_ poll: DuePoll, now: Instant) async throws -> Bool {
        if !poll.lastMileOf.isEmpty, poll.lastMilestone == nil { return try await isClosed(poll.lastMileOf, now) }
        guard !poll.followedContainers.isEmpty else { return false }
        guard let timeline = try await timeline(of: poll.subject) else { return false }
        let inside = poll.followedContainers.filter { Self.isInside($0, timeline, now) }
        guard !inside.isEmpty else { return false }
        let today = Int(now.milliseconds / 86_400_000)
        for container in inside where try await sample(of: container, today).contains(poll.subject) { return false }
        return true
    }

    /// Whether none of the parcels has come to where the last mile begins.
    private func isClosed(_ parcels: [Subject], _ now: Instant) async throws -> Bool {
        for parcel in parcels {
            guard let timeline = try await timeline(of: parcel), !gate.isOpen(timeline, now: now) else { return false }
        }
        return true
    }

    private static func isInside(_ container: Subject, _ timeline: Timeline, _ now: Instant) -> Bool {
        timeline.links.contains { link in
            link.link.parent == container && link.holds && link.outrankedBy == nil && !link.inConflict
                && link.until.map { now < $0 } ?? true
        }
    }

    private func sample(of container: Subject, _ today: Int) async throws -> Set<Subject> {
        if day != today {
            drawn = [:]
            day = today
        }
        if let known = drawn[container] { return known }
        let carrier = carrier
        let parcels = try await store.read { session in
            try session.stored(container).map { try session.polledParcels(in: $0, carrier: carrier) } ?? []
        }
        let sample = DailyDraw.draw(share, of: parcels, salt: "\(carrier)|\(container)", day: today)
        drawn[container] = sample
        return sample
    }

    private func timeline(of subject: Subject) async throws -> Timeline? {
        let places = places
        return try await store.read { session in
            guard let stored = try session.stored(subject) else { return nil }
            return Timeline(try session.dossier(of: stored)) { places.place(for: $0) }
        }
    }
}
