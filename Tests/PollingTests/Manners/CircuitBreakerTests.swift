import Testing

@testable import Polling

struct CircuitBreakerTests {
    /// `+` for an answer, `-` for a failure; returns after which of them it opened first, counted from 1.
    private static func opens(_ endings: String) -> Int? {
        var breaker = CircuitBreaker()
        for (index, ending) in endings.enumerated() {
            if ending == "+" { breaker.succeeded() } else if breaker.failed() { return index + 1 }
        }
        return nil
    }

    @Test(
        arguments: [
            ("-----", 5), ("----+----+", nil), ("+++++++++++++++++++++-----", 26),
            // Half of the last, as soon as there are ten.
            ("+-+-+-+-+-", 10), ("-+-+-+-+-+-", 11), ("--++--++-+-", 11), ("+-+-+-+-", nil),
            // Half of the last twenty, and what was before does not count.
            ("++++++++++++++++++++" + "-+-+-+-+-+-+-+-+-+-", 39), ("++-++-++-++-++-++-++-++-++-++-", nil),
        ] as [(String, Int?)])
    func itOpensByFiveInARowOrByHalfOfTheLast(endings: String, after: Int?) {
        #expect(Self.opens(endings) == after)
    }

    @Test func anAnswerNeverOpensIt() {
        var breaker = CircuitBreaker()
        for _ in 0..<4 {
            let opens = breaker.failed()
            #expect(!opens)
        }
        breaker.succeeded()
        for _ in 0..<4 {
            let opens = breaker.failed()
            #expect(!opens)
        }
        breaker.succeeded()
        #expect(!breaker.isTripped)
    }

    @Test func twoAnswersCloseItAndAFailureBetweenBeginsAnew() {
        var breaker = CircuitBreaker()
        breaker.open()
        breaker.succeeded()
        _ = breaker.failed()
        #expect(breaker.trips == 2)
        breaker.succeeded()
        #expect(breaker.isTripped)
        breaker.succeeded()
        #expect(breaker == CircuitBreaker())
    }

    @Test func everyFailedProbeOpensItForLonger() {
        var breaker = CircuitBreaker()
        breaker.open()
        for trips in 2...9 {
            _ = breaker.failed()
            #expect(breaker.trips == trips)
            let pauses = [trips - 1, trips].map { Backoff.wait(afterFailures: $0, random: 0.5) }
            #expect(pauses[0] < pauses[1] || pauses[1] == .milliseconds(1_800_000))
        }
    }

    @Test func theLastTwentyAreRememberedAndNoMore() {
        var recent = RecentOutcomes()
        for index in 0..<100 {
            recent.add(failure: index % 4 == 0)
            #expect(recent.count == min(index + 1, 20))
            #expect(RecentOutcomes(bits: Int64(recent.bits)) == recent)
        }
        #expect(recent.failures == 5)
        for _ in 0..<20 { recent.add(failure: false) }
        #expect(recent.failures == 0 && recent.count == 20)
    }

    @Test(arguments: [0, -1, 1 << 21, Int64.max, Int64.min])
    func whatNobodyWroteIsNoOutcome(bits: Int64) {
        #expect(RecentOutcomes(bits: bits).count == 0)
    }
}
