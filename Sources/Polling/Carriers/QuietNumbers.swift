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
    private var journeys: [Subject: BoxJourney] = [:]

    init(store: StoreReader, places: Places, carrier: String, share: Int) {
        self.store = store
        self.places = places
        self.carrier = carrier
        self.share = share
    }

    /// What happened to boxes is read anew in each pass.
    func beginPass() { journeys = [:] }

    /// How long a quiet number is left alone: parcels of a box have their turn when it is emptied or taken away, and now
    /// and then in case nobody told; whether a last mile has begun is looked at every day, or as often as the settings
    /// want.
    nonisolated func pause(_ poll: DuePoll, interval: Duration?) -> Duration {
        if !poll.lastMileOf.isEmpty { return min(interval ?? .hours(24), .hours(24)) }
        return .days(2) + Phase.of(carrier: carrier, number: poll.subject, within: .days(2))
    }

    /// - Throws: `StoreFailure`.
    func isQuiet(_ poll: DuePoll, now: Instant) async throws -> Bool {
        if !poll.lastMileOf.isEmpty, poll.lastMilestone == nil { return try await isClosed(poll.lastMileOf, now) }
        let inside = try await boxes(around: poll, now)
        guard !inside.isEmpty else { return false }
        // Once a day is enough to find a manifest that is wrong.
        guard poll.lastAttempt?.utcDay != now.utcDay else { return true }
        for container in inside where try await sample(of: container, now.utcDay).contains(poll.subject) {
            return false
        }
        return true
    }

    /// The parcels of every followed box that are asked about today.
    ///
    /// - Throws: `StoreFailure`.
    func draw(now: Instant) async throws -> [Subject] {
        let boxes = try await store.read { session in try session.followedContainers().map(\.subject) }
        var drawn: [Subject] = []
        for box in boxes { drawn += try await sample(of: box, now.utcDay) }
        return drawn
    }

    /// The followed boxes that a parcel is in now.
    private func boxes(around poll: DuePoll, _ now: Instant) async throws -> [Subject] {
        guard let first = poll.followedContainers.first else { return [] }
        // What one paper says, and nothing that the parcel itself has told since speaks against, needs no closer look.
        if poll.followedContainers.count == 1, poll.lastMilestone.map(Self.staysInside) ?? true,
            let boundAt = poll.boundAt, try await journey(of: first).plainlyHolds(since: boundAt, now: now)
        {
            return [first]
        }
        guard let timeline = try await timeline(of: poll.subject) else { return [] }
        return poll.followedContainers.filter { Self.isInside($0, timeline, now) }
    }

    /// What a parcel tells of before it is put into a box, and what holds none back from it.
    private static func staysInside(_ milestone: Milestone) -> Bool {
        switch milestone {
        case .announced, .accepted, .sorted, .dispatched, .packed, .exportDeclared, .exportCleared, .exportClosed: true
        default: false
        }
    }

    private func journey(of box: Subject) async throws -> BoxJourney {
        if let known = journeys[box] { return known }
        let steps = try await store.read { session in
            try session.stored(box).map { try session.journey(of: $0) } ?? []
        }
        let journey = BoxJourney(steps)
        journeys[box] = journey
        return journey
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
