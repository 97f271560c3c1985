import Forecasting
import Polling
import Store
import Tracking

/// The schedule of the product: numbers wait for the moment that was written down when they were last asked about, the
/// most urgent of those that are due go first, and a request is filled with those that are due next.
struct SchedulePolicy: PollPolicy {
    /// Whether numbers of a train are asked about by sentinels.
    let hasSentinels: Bool
    var lookahead = 10
    private var schedule: PollSchedule
    private var trains: [Int: [Int]] = [:]
    private var roles: [Int: [Int64: TravelRole]] = [:]
    private var served = 0.0
    private var backlog = 0.0
    private var price = PollPrice(hours: 1, floor: 1e-4)

    init(_ times: LegTimes, sentinels: Bool) {
        hasSentinels = sentinels
        schedule = PollSchedule(forecast: CarrierForecast(times: times, lag: nil))
    }

    mutating func took(_ id: Int, _ numbers: inout [AskedNumber]) {
        trains[numbers[id].trace.train, default: []].append(id)
        roles[numbers[id].trace.train] = nil
        numbers[id].dueAt = numbers[id].lastAsked + 0.25
    }

    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int] {
        let rested = active.filter { now - numbers[$0].lastAsked >= 0.25 }
        let next = rested.least(count * lookahead) { numbers[$0].dueAt }
        var ranked: [(urgency: Double, id: Int)] = []
        for id in next { ranked.append((urgency(numbers[id], numbers, now), id)) }
        let chosen = ranked.sorted { ($1.urgency, $0.id) < ($0.urgency, $1.id) }.prefix(count).map(\.id)
        served += Double(chosen.count { numbers[$0].dueAt <= now }) / Double(count)
        return chosen
    }

    private mutating func urgency(_ number: AskedNumber, _ numbers: [AskedNumber], _ now: Double) -> Double {
        // Whoever's companions have news is asked at once.
        if number.dueAt < number.lastAsked { return .infinity }
        return schedule.urgency(waiting(number, numbers), now: at(now))
    }

    mutating func asked(_ id: Int, _ numbers: inout [AskedNumber], hadNews: Bool, previous: Double, now: Double) {
        guard !numbers[id].isOver else { return }
        // Its role of before the answer: with its news it may be ahead of all others.
        if hadNews, hasSentinels, roles[numbers[id].trace.train]?[Int64(id)] != .alone {
            fanOut(from: numbers[id], &numbers, now)
        }
        if hadNews || numbers[id].leg < PollWorld.shared { roles[numbers[id].trace.train] = nil }
        let next = schedule.nextCheck(waiting(numbers[id], numbers))
        numbers[id].dueAt = next.since(PollWorld.start).hours
    }

    mutating func passed(_ now: Double, _ active: [Int], _ numbers: inout [AskedNumber], requestsPerHour: Int) {
        guard now.truncatingRemainder(dividingBy: 1) == 0 else { return }
        let overdue = Double(active.count { numbers[$0].dueAt <= now }) / Double(PollRun.batch)
        price.adjust(
            arrived: max(served + overdue - backlog, 0), backlog: overdue, granted: Double(requestsPerHour))
        backlog = overdue
        schedule.price = price.hours
        served = 0
    }

    /// The others that may have come as far are asked about next.
    private func fanOut(from front: AskedNumber, _ numbers: inout [AskedNumber], _ now: Double) {
        for id in trains[front.trace.train] ?? [] where numbers[id].leg < front.leg {
            if numbers[id].lastAsked < front.lastEvent { numbers[id].dueAt = -1 }
        }
    }

    private func at(_ hour: Double) -> Instant { PollWorld.start.advanced(by: .hours(hour)) }

    private mutating func waiting(_ number: AskedNumber, _ numbers: [AskedNumber]) -> WaitingNumber {
        WaitingNumber(
            leg: PollWorld.legs[number.leg].leg, began: at(number.lastEvent), lastAsked: at(number.lastAsked),
            weight: role(of: number, numbers).weight)
    }

    private mutating func role(of number: AskedNumber, _ numbers: [AskedNumber]) -> TravelRole {
        guard hasSentinels, number.leg < PollWorld.shared else { return .alone }
        if let known = roles[number.trace.train] { return known[Int64(number.id)] ?? .alone }
        let companions = (trains[number.trace.train] ?? []).map {
            Companion(
                number: Int64($0), lastEvent: at(numbers[$0].lastEvent), lastAsked: at(numbers[$0].lastAsked),
                isFollowed: numbers[$0].leg < PollWorld.shared)
        }
        let drawn = Sentinels.roles(of: companions) { UInt64(bitPattern: $0 &* 0x5851_F42D_4C95_7F2D) }
        roles[number.trace.train] = drawn
        return drawn[Int64(number.id)] ?? .alone
    }
}
