import Testing
import Tracking

@testable import Polling

struct RetryBudgetTests {
    private static func granted(ofRequests requests: Int, asking: Int) -> Int {
        var budget = RetryBudget()
        for _ in 0..<requests { budget.count(at: .noon) }
        return (0..<asking).count { _ in budget.grant(at: .noon) }
    }

    @Test(arguments: [(0, 5), (1, 5), (50, 5), (59, 5), (60, 6), (100, 10), (1_000, 100), (100_000, 10_000)])
    func oneInTenIsAskedAgainAndFiveWhereLittleIsAsked(requests: Int, retries: Int) {
        #expect(Self.granted(ofRequests: requests, asking: requests + 10) == retries)
    }

    @Test func everyHourBeginsAnew() {
        var budget = RetryBudget()
        for hour in 0..<5 {
            let now = Instant.noon.advanced(by: .hours(hour))
            let granted = (0..<20).count { _ in budget.grant(at: now) }
            let late = budget.grant(at: now.advanced(by: .minutes(59)))
            #expect(granted == 5 && !late)
        }
    }

    @Test func whatIsKeptIsTheSameBudget() {
        var budget = RetryBudget()
        budget.count(at: .noon)
        for _ in 0..<3 { _ = budget.grant(at: .noon) }
        var kept = RetryBudget(hour: budget.hour, requests: budget.requests, retries: budget.retries)
        #expect(kept == budget)
        let granted = (0..<20).count { _ in kept.grant(at: .noon) }
        #expect(granted == 2)
    }
}
