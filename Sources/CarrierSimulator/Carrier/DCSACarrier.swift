import Tracking

/// A carrier that answers DCSA Track & Trace requests about the containers of a simulated world.
///
/// It tells only what is published at its clock's instant. Answers are pure functions of the world, the clock and the
/// request; what it remembers is for speed and for counting.
public final class DCSACarrier: Sendable {
    let world: World
    let clock: SimulatedClock
    let options: CarrierOptions
    let rendering: DCSARendering
    let state: Locked<CarrierState>
    private let tripsByContainer: [String: [Int]]
    private let realTime: @Sendable () -> Duration

    /// `realTime` is monotonic and measures only how fast clients ask.
    public init(
        world: World, clock: SimulatedClock, zones: ZoneTable, options: CarrierOptions = CarrierOptions(),
        realTime: @escaping @Sendable () -> Duration = SimulatedClock.uptime
    ) {
        self.world = world
        self.clock = clock
        self.options = options
        self.realTime = realTime
        rendering = DCSARendering(zones: zones)
        tripsByContainer = Dictionary(grouping: world.trips.indices) { world.trips[$0].number }
        state = Locked(CarrierState(gate: options.rateLimit.map { Gate($0, at: realTime()) }))
    }

    /// Answers requests until the task is cancelled; throws when the sockets fail.
    ///
    /// - Parameter lastMile: another carrier that answers at the same address, at its own path.
    public func serve(on server: LoopbackServer, besides lastMile: LastMileCarrier? = nil) async throws {
        try await server.run { request in
            if let lastMile, request.path == LastMileCarrier.path { return lastMile.answer(request) }
            return await self.answerInTime(request)
        }
    }

    /// What was asked of this carrier so far.
    public var log: RequestLog { state.withLock { $0.log } }

    /// The answer to one request, without the delay.
    public func answer(_ request: CarrierRequest) -> CarrierAnswer {
        if let control = controlAnswer(request) { return control }
        begin()
        return end(trackingAnswer(request), request)
    }

    private func answerInTime(_ request: CarrierRequest) async -> CarrierAnswer {
        if let control = controlAnswer(request) { return control }
        begin()
        let answer = trackingAnswer(request)
        if options.delay > .zero {
            // A cancelled delay means that the server is going down; the answer goes out all the same.
            do { try await Task.sleep(for: options.delay) } catch { return end(answer, request) }
        }
        return end(answer, request)
    }

    private func begin() {
        state.withLock { state in
            state.log.requests += 1
            state.log.current += 1
            state.log.mostAtOnce = max(state.log.mostAtOnce, state.log.current)
        }
    }

    private func end(_ answer: CarrierAnswer, _ request: CarrierRequest) -> CarrierAnswer {
        state.withLock { state in
            state.log.current -= 1
            state.log.byStatus[answer.status, default: 0] += 1
            if let container = request.query["equipmentReference"], tripsByContainer[container] != nil {
                state.log.byContainer[container, default: 0] += 1
            }
        }
        return answer
    }

    private func trackingAnswer(_ request: CarrierRequest) -> CarrierAnswer {
        if let key = options.apiKey, request.headers["api-key"] != key {
            return problem(request, 401, "unauthorised", "The API-Key header is missing or unknown.")
        }
        if let refusal = refusal(request) { return refusal }
        guard let version = version(request.path) else {
            return problem(request, 404, "notFound", "There is nothing at this path.")
        }
        guard request.method == "GET" else {
            return problem(request, 405, "methodNotAllowed", "Events are read with GET.")
        }
        return events(request, version)
    }

    private func version(_ path: String) -> DCSAVersion? {
        DCSAVersion.allCases.first { path == "/\($0.rawValue)/events" }
    }

    private func refusal(_ request: CarrierRequest) -> CarrierAnswer? {
        let now = realTime()
        let ruling = state.withLock { state in
            let ruling = state.gate?.rule(at: now) ?? .admitted
            if case .refused(_, true) = ruling { state.log.violations += 1 }
            return ruling
        }
        guard case .refused(let wait, _) = ruling else { return nil }
        return problem(
            request, 429, "tooManyRequests", "Wait before asking again.",
            headers: [("Retry-After", String(wait))])
    }

    /// Everything that will ever be published about a box; nil for a box that is not of this world.
    func publications(of container: String) -> Publications? {
        if let known = state.withLock({ $0.publications[container] }) { return known }
        guard let indices = tripsByContainer[container] else { return nil }
        var publisher = Publisher(container: container, habits: options.habits, seed: world.seed)
        let publications = publisher.publications(
            indices.map { index in
                let trip = world.trips[index]
                return (trip, world.trains[trip.listedOn], world.trains[trip.leftOn])
            })
        state.withLock { $0.publications[container] = publications }
        return publications
    }
}
