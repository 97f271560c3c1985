public import Forecasting
import Foundation
public import Store
public import Tracking

/// Plans the checks of one carrier's numbers by what is believed of when it has news of them.
///
/// `@unchecked Sendable`: the schedule, which remembers its curves, and the legs are touched only while the lock is held;
/// all else is immutable.
public final class SchedulePlanner: PollPlanner, @unchecked Sendable {
    private let carrier: String
    private let places: Places
    /// One interval for all, where the settings say so.
    private let fixed: Duration?
    /// What goes by on the way is no reason to ask about fifty boxes: whether one stands still shows at the next stop.
    private static let passing: Set<Milestone> = [.passed, .position, .inspected, .held]

    private let lock = NSLock()
    private var schedule: PollSchedule
    private var legs: [String: Leg] = [:]

    /// - Parameter fixed: one interval for all numbers, where the settings say so.
    public init(carrier: String, places: Places, fixed: Duration?, forecast: CarrierForecast = CarrierForecast()) {
        self.carrier = carrier
        self.places = places
        self.fixed = fixed
        schedule = PollSchedule(forecast: forecast)
    }

    /// Puts another belief, or another price, in the place of the last.
    func learn(_ forecast: CarrierForecast) {
        withSchedule { $0 = PollSchedule(forecast: forecast, price: $0.price) }
    }

    func set(price: Double) {
        withSchedule { $0.price = price }
    }

    public func urgency(of candidate: PollCandidate, now: Instant) -> Double {
        // Never asked, or called by its companions: the price has nothing to say.
        guard let last = candidate.lastAttempt, candidate.nextCheckAt > last, let began = candidate.beganAt,
            !candidate.leg.isEmpty
        else { return .infinity }
        lock.lock()
        defer { lock.unlock() }
        // The same few legs are read over and over.
        if legs[candidate.leg] == nil { legs[candidate.leg] = Leg(text: candidate.leg) }
        guard let leg = legs[candidate.leg] else { return .infinity }
        return schedule.urgency(
            WaitingNumber(leg: leg, began: began, lastAsked: last, weight: candidate.weight), now: now)
    }

    public func plan(_ poll: DuePoll, askedAt now: Instant) -> PlannedCheck {
        let role = role(of: poll)
        let leg = leg(of: poll)
        let began = min(poll.lastMilestoneAt ?? poll.boundAt ?? now, now)
        let weight = role.weight * Self.worth(of: leg)
        var planned = PlannedCheck(turn: .now(next: now), leg: leg.text, beganAt: began, weight: weight)
        switch rule(poll).answer(now: now) {
        case .stop(let reason): planned.turn = .never(reason.rawValue)
        case .askAt(let instant): planned.turn = .later(instant)
        case .ask: planned.turn = .now(next: next(poll, leg, began, weight, now))
        }
        return planned
    }

    public func callsCompanions(_ claimed: DuePoll, planned: PlannedCheck) -> Bool {
        guard claimed.companions.count > Sentinels.count, role(of: claimed) != .alone,
            let leg = Leg(text: planned.leg), !Self.passing.contains(leg.after)
        else { return false }
        return Sentinels.isFirst(claimed.number, toAwait: planned.leg, of: claimed.companions)
    }

    private func next(_ poll: DuePoll, _ leg: Leg, _ began: Instant, _ weight: Double, _ now: Instant) -> Instant {
        if let fixed { return now.advanced(by: fixed) }
        let number = WaitingNumber(leg: leg, began: began, lastAsked: now, weight: weight)
        let next = withSchedule { $0.nextCheck(number) }
        // Up to a tenth earlier: numbers that were bound together must not stay together.
        let early = next.since(now) * (Phase.of(carrier: carrier, number: poll.subject) * 0.1)
        return next.advanced(by: .zero - early)
    }

    /// Whether it has come is what people ask about most when it is at the door.
    private static func worth(of leg: Leg) -> Double { leg.after == .outForDelivery ? 4 : 1 }

    private func rule(_ poll: DuePoll) -> StopRule {
        StopRule(
            kind: poll.subject.kind, milestone: poll.lastMilestone, milestoneAt: poll.lastMilestoneAt,
            boundAt: poll.boundAt, lastSuccess: poll.lastSuccess, lastChange: poll.lastChange)
    }

    private func role(of poll: DuePoll) -> TravelRole {
        guard poll.companions.count > 1 else { return .alone }
        let roles = Sentinels.roles(of: poll.companions) { StableHash.of("\(carrier)|\($0)") }
        return roles[poll.number] ?? .alone
    }

    private func leg(of poll: DuePoll) -> Leg {
        // Of a number that nothing was ever told of, the first news is waited for.
        guard let milestone = poll.lastMilestone else { return Leg(after: .announced) }
        return Leg(
            after: milestone, place: poll.place.flatMap { places.place(for: $0) }?.code,
            toward: poll.toward.flatMap { places.place(for: $0) }?.country)
    }

    private func withSchedule<Result>(_ work: (inout PollSchedule) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return work(&schedule)
    }
}
