import HTTPFetch
import Testing

@testable import CurlFetch

@Suite("Waiting for a connection", .timeLimit(.minutes(5)))
struct WaitingLinesTests {
    private let now = ContinuousClock.now
    private var lines = WaitingLines(maximum: 3, maximumPerLine: 2)

    @Test mutating func hostsTakeTurns() throws {
        let waiting = try ["a", "a", "a", "b", "c"].map { try enter($0) }
        let first = next()
        #expect(first == ["a", "b", "c"])
        #expect(!lines.hasTurns)
        lines.leave(waiting[4])
        let second = next()
        #expect(second == ["a"])
        lines.leave(waiting[3])
        let tooMany = next()
        #expect(tooMany.isEmpty)
        lines.leave(waiting[0])
        let third = next()
        #expect(third == ["a"])
    }

    @Test mutating func whoLeftTheLineIsPassedOver() throws {
        let waiting = try (0..<4).map { _ in try enter("a") }
        waiting[0].end(.cancelled)
        waiting[2].end(.cancelled)
        let started = [lines.next(), lines.next(), lines.next()]
        #expect(started[0] === waiting[1])
        #expect(started[1] === waiting[3])
        #expect(started[2] == nil)
    }

    @Test mutating func whoseTimeRanOutAreNamedOnce() throws {
        let early = try enter("a", within: .seconds(1))
        let late = try enter("a", within: .seconds(5))
        try enter("b", within: .seconds(1)).end(.cancelled)
        let (before, after) = (lines.expired(at: now), lines.expired(at: now + .seconds(2)))
        #expect(before.isEmpty)
        #expect(after.count == 1)
        #expect(after.first === early)
        early.end(.cancelled)
        #expect(lines.earliestDeadline == late.deadline)
        let (again, last) = (lines.expired(at: now + .seconds(2)), lines.expired(at: now + .seconds(6)))
        #expect(again.isEmpty)
        #expect(last.first === late)
    }

    @Test mutating func thousandsLeaveInTheOrderTheyCame() throws {
        let waiting = try (0..<5000).map { _ in try enter("a") }
        for exchange in waiting {
            let next = lines.next()
            #expect(next === exchange)
            lines.leave(exchange)
            exchange.end(.cancelled)
        }
        let last = next()
        #expect(last.isEmpty)
    }

    private mutating func next() -> [String] {
        var hosts: [String] = []
        while let exchange = lines.next() { hosts.append(exchange.address.host) }
        return hosts
    }

    private mutating func enter(_ host: String, within time: Duration = .seconds(60)) throws -> Exchange {
        let exchange = Exchange(
            HTTPRequest(url: ""), at: try Address("https://\(host)/"), deadline: now + time, onFreshConnection: false)
        exchange.stage = .waiting
        lines.enter(exchange)
        return exchange
    }
}
