import Forecasting
import Store
import Tracking

/// Keeps the price of a carrier's questions: set anew every hour by how many were worth asking and how many were allowed.
struct PollLedger: Sendable {
    private static let period: Duration = .hours(1)
    /// After a longer pause there is nothing more to be learnt from it.
    private static let mostPeriods = 24

    private(set) var record: LedgerRecord
    /// Numbers in a request.
    private let batch: Int
    /// Requests that are allowed in an hour; infinite where nothing bounds them.
    private let granted: Double

    init(_ record: LedgerRecord?, now: Instant, batch: Int, requestsPerSecond: Double, quotaPerDay: Int?) {
        self.record = record ?? LedgerRecord(price: PollPrice.usualFloor, setAt: now)
        self.batch = batch
        granted = min(requestsPerSecond * 3600, quotaPerDay.map { Double($0) / 24 } ?? .infinity)
    }

    /// How many due numbers are worth counting: more change nothing.
    var mostWorthCounting: Int {
        let requests = granted.isFinite ? min(max(granted * 24, 1), 100_000) : 1
        return min(Int(requests) * batch, 1_000_000)
    }

    /// Whether today's draw is still to be made; it is taken as made.
    mutating func takeDraw(day: Int) -> Bool {
        guard record.drawnDay != day else { return false }
        record.drawnDay = day
        return true
    }

    func isOver(now: Instant) -> Bool { now.since(record.setAt) >= Self.period }

    mutating func served(_ requests: Int) { record.served += Double(requests) }

    /// Sets the price by what was due in the meantime.
    ///
    /// - Parameter due: numbers that are due now.
    mutating func set(due: Int, now: Instant) {
        let hours = max(now.since(record.setAt).hours, 1)
        let backlog = Double(due) / Double(batch)
        var price = PollPrice(hours: record.price)
        let arrived = max(record.served + backlog - record.backlog, 0) / hours
        for _ in 0..<min(Int(hours), Self.mostPeriods) {
            price.adjust(arrived: arrived, backlog: backlog, granted: granted)
        }
        record = LedgerRecord(price: price.hours, backlog: backlog, setAt: now, drawnDay: record.drawnDay)
    }
}
