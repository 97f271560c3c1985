import Testing
import Tracking

@testable import Polling

struct BackoffTests {
    @Test(arguments: [(0, 30), (1, 30), (2, 60), (3, 120), (7, 1920), (8, 3600), (60, 3600), (Int.max, 3600)])
    func theCeilingDoublesUpToAnHour(failures: Int, seconds: Int) {
        let almostOne = 1.0.nextDown
        let longest = Backoff.wait(afterFailures: failures, random: almostOne)
        #expect(longest <= .seconds(seconds))
        #expect(longest > .seconds(Double(seconds) * 0.999))
        #expect(Backoff.wait(afterFailures: failures, random: 0.5) == .milliseconds(seconds * 500))
    }

    @Test func chanceNeverDrawsAtOnce() {
        for failures in 1...20 { #expect(Backoff.wait(afterFailures: failures, random: 0) == .seconds(1)) }
    }
}
