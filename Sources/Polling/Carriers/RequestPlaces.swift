/// Which questions of a lane have a request in flight, and which wait until they may.
struct RequestPlaces {
    private struct Waiting {
        var ticket: Int
        var go: CheckedContinuation<Void, Never>
    }

    private var taken: Set<Int> = []
    private var waiting: [Waiting] = []

    var count: Int { taken.count }

    func holds(_ ticket: Int) -> Bool { taken.contains(ticket) }

    mutating func take(_ ticket: Int) { taken.insert(ticket) }

    mutating func wait(_ ticket: Int, _ go: CheckedContinuation<Void, Never>) {
        waiting.append(Waiting(ticket: ticket, go: go))
    }

    /// A place is free; a second time it changes nothing.
    mutating func leave(_ ticket: Int) { taken.remove(ticket) }

    /// Gives the free ones of so many places to those who wait.
    mutating func handOut(_ capacity: Int) {
        while taken.count < capacity, !waiting.isEmpty {
            let next = waiting.removeFirst()
            taken.insert(next.ticket)
            next.go.resume()
        }
    }
}
