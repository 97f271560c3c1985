/// Exchanges that wait for a connection: one line per host and port, the lines taking turns.
///
/// libcurl could keep such a queue itself, but it walks it on every call and grows slow with it; it only ever sees what
/// may start at once.
struct WaitingLines {
    private struct Line {
        var waiting = FirstInFirstOut<Exchange>()
        var inFlight = 0
        /// Whether the line stands in `turns`.
        var hasTurn = false
    }

    private let maximum: Int
    private let maximumPerLine: Int
    private var lines: [String: Line] = [:]
    private var turns = FirstInFirstOut<String>()
    private var inFlight = 0
    /// No exchange that waits has an earlier deadline; some may have left since.
    private(set) var earliestDeadline: ContinuousClock.Instant?

    init(maximum: Int, maximumPerLine: Int) {
        self.maximum = maximum
        self.maximumPerLine = maximumPerLine
    }

    /// Whether ``next()`` may have one to start.
    var hasTurns: Bool { inFlight < maximum && !turns.isEmpty }

    mutating func enter(_ exchange: Exchange) {
        let name = exchange.address.authority
        lines[name, default: Line()].waiting.append(exchange)
        earliestDeadline = min(earliestDeadline ?? exchange.deadline, exchange.deadline)
        giveTurn(to: name)
    }

    /// The next exchange that may start; it counts as in flight until ``leave(_:)``.
    mutating func next() -> Exchange? {
        while inFlight < maximum, let name = turns.popFirst() {
            lines[name]?.hasTurn = false
            let exchange = popWaiting(of: name)
            if exchange != nil {
                lines[name]?.inFlight += 1
                inFlight += 1
            }
            giveTurn(to: name)
            if let exchange { return exchange }
        }
        return nil
    }

    /// An exchange that was in flight has ended.
    mutating func leave(_ exchange: Exchange) {
        let name = exchange.address.authority
        inFlight -= 1
        lines[name]?.inFlight -= 1
        giveTurn(to: name)
    }

    /// The exchanges whose time ran out while they waited; they no longer wait.
    mutating func expired(at now: ContinuousClock.Instant) -> [Exchange] {
        guard let earliestDeadline, earliestDeadline <= now else { return [] }
        let waiting = lines.values.flatMap { $0.waiting.filter(\.isWaiting) }
        self.earliestDeadline = waiting.lazy.map(\.deadline).filter { $0 > now }.min()
        return waiting.filter { $0.deadline <= now }
    }

    /// Every exchange that waits; none does afterwards.
    mutating func removeAll() -> [Exchange] {
        defer { self = WaitingLines(maximum: maximum, maximumPerLine: maximumPerLine) }
        return lines.values.flatMap { $0.waiting.filter(\.isWaiting) }
    }

    /// Those that were cancelled or ran out of time are still in the line and are passed over here.
    private mutating func popWaiting(of name: String) -> Exchange? {
        while let exchange = lines[name]?.waiting.popFirst() {
            if exchange.isWaiting { return exchange }
        }
        return nil
    }

    private mutating func giveTurn(to name: String) {
        guard let line = lines[name], !line.hasTurn else { return }
        if !line.waiting.isEmpty, line.inFlight < maximumPerLine {
            lines[name]?.hasTurn = true
            turns.append(name)
        } else if line.waiting.isEmpty, line.inFlight == 0 {
            lines[name] = nil
        }
    }
}
