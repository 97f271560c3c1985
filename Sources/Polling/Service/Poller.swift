public import HTTPFetch
public import Intake
public import Logging
import Messages
public import Store
public import Tracking

/// Goes round the carriers once: the same pass for the daemon and for cron.
public actor Poller {
    private let desk: Desk
    private let plans: [CarrierPlan]
    private let fetcher: any HTTPFetcher
    private let room: ReadingRoom
    private let quietShare: Int
    private var lanes: [CarrierLane] = []
    private var teacher: Teacher?

    /// - Parameters:
    ///   - random: a number from 0 up to 1, for jitter.
    ///   - commitPause: the least time between two commits.
    ///   - askedInEachContainer: parcels that are asked about each day though their container is.
    public init(
        plans: [CarrierPlan], fetcher: any HTTPFetcher, writer: StoreWriter, room: ReadingRoom,
        clock: any Timekeeper, random: @escaping @Sendable () -> Double, log: Logger,
        commitPause: Duration = .milliseconds(200), askedInEachContainer: Int = 3
    ) {
        self.plans = plans
        self.fetcher = fetcher
        self.room = room
        quietShare = askedInEachContainer
        desk = Desk(
            writer: writer, batcher: DeliveryBatcher(writer: writer, pause: commitPause), clock: clock,
            random: random, log: log)
    }

    /// Asks every carrier about what is due, and commits what came.
    ///
    /// A cancelled pass gives back what it had not asked and still commits what had come.
    ///
    /// - Parameters:
    ///   - carrier: only this one.
    ///   - end: no question begins after this.
    /// - Throws: `StoreFailure`; a carrier's failures are in the summary.
    public func pass(only carrier: String? = nil, until end: Instant? = nil) async throws -> PassSummary {
        let lanes = try await readyLanes()
        try await teacher?.teach(now: desk.clock.now)
        let chosen = lanes.filter { carrier == nil || $0.plan.name == carrier }
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lane in chosen { group.addTask { try await lane.pass(until: end) } }
                try await group.waitForAll()
            }
        } catch {
            await desk.batcher.drain()
            throw error
        }
        await desk.batcher.drain()
        var summary = PassSummary()
        for lane in chosen { summary = try await summary + lane.takeSummary() }
        return summary
    }

    /// When the next number is due; nil when no number is asked about.
    public func nextDue() async throws -> Instant? {
        try await desk.writer.nextDue(carriers: plans.map(\.name))
    }

    private func readyLanes() async throws -> [CarrierLane] {
        guard lanes.isEmpty else { return lanes }
        var made: [CarrierLane] = []
        let store = try StoreReader(path: desk.writer.file.path)
        let teacher = Teacher(store: store, writer: desk.writer, places: room.places)
        for plan in plans {
            guard let ask = plan.profile.ask else { continue }
            let reader = try AnswerReader(
                profile: plan.profile, source: plan.name, room: room,
                concurrent: plan.concurrent)
            let question = Question(
                plan: plan, ask: ask, fetcher: fetcher, reader: reader,
                reading: Fingerprint.sha256(reader.fingerprint + Array(plan.baseURL.utf8)), clock: desk.clock,
                random: desk.random)
            let state = try await desk.writer.carrierState(plan.name)
            let quiet = QuietNumbers(store: store, places: room.places, carrier: plan.name, share: quietShare)
            let planner = SchedulePlanner(carrier: plan.name, places: room.places, fixed: plan.interval)
            await teacher.add(planner, of: plan.name)
            made.append(
                CarrierLane(
                    plan: plan, question: question, quiet: quiet, planner: planner, state: state, desk: desk))
        }
        (lanes, self.teacher) = (made, teacher)
        return made
    }
}
