import Store
import Testing
import Tracking

@testable import Polling

/// What a question costs.
struct PollPriceTests {
    @Test func whatFitsCostsTheFloor() {
        var price = PollPrice(hours: 8)
        for _ in 0..<40 { price.adjust(arrived: 3, backlog: 0, granted: 100) }
        #expect(price.hours == PollPrice.usualFloor)
    }

    /// So many numbers wait that at the floor they would want `excess` times what is granted; each comes round again after a
    /// time that grows as the root of the price.
    @Test(arguments: [2.0, 10, 50])
    func thePriceComesToRestWhereQuestionsFit(excess: Double) {
        let (granted, roundAtFloor) = (100.0, 4.0)
        let numbers = granted * excess * roundAtFloor
        var price = PollPrice()
        var (backlog, arrived) = (0.0, 0.0)
        for _ in 0..<400 {
            let round = roundAtFloor * (price.hours / PollPrice.usualFloor).squareRoot()
            arrived = (numbers - backlog) / round
            backlog = max(backlog + arrived - granted, 0)
            price.adjust(arrived: arrived, backlog: backlog, granted: granted)
        }
        #expect(arrived > granted * 0.8 && arrived < granted * 1.1)
        #expect(backlog < numbers * 0.1)
    }

    @Test func noHourMovesThePriceByMoreThanAQuarter() {
        var price = PollPrice(hours: 1)
        price.adjust(arrived: 1e9, backlog: 1e9, granted: 1)
        #expect(price.hours == 1.25)
    }

    @Test func theLedgerIsSetOnceAnHourAndKeepsTheDraw() {
        var ledger = PollLedger(nil, now: .noon, batch: 40, requestsPerSecond: 1, quotaPerDay: 24)
        #expect(ledger.takeDraw(day: 5) && !ledger.takeDraw(day: 5))
        #expect(!ledger.isOver(now: .noon.advanced(by: .minutes(59))))
        let later = Instant.noon.advanced(by: .hours(2))
        #expect(ledger.isOver(now: later))
        ledger.served(30)
        ledger.set(due: 400, now: later)
        #expect(ledger.record.price > PollPrice.usualFloor)
        #expect(ledger.record.backlog == 10 && ledger.record.served == 0 && ledger.record.setAt == later)
        #expect(ledger.record.drawnDay == 5)
    }

    @Test func withoutAnyBoundThePriceIsTheFloor() {
        var ledger = PollLedger(nil, now: .noon, batch: 1, requestsPerSecond: .infinity, quotaPerDay: nil)
        ledger.set(due: 1_000_000, now: .noon.advanced(by: .hours(3)))
        #expect(ledger.record.price == PollPrice.usualFloor)
    }
}
