import CarrierSimulator

/// Everybody in turn.
struct RoundRobin: PollPolicy {
    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int] {
        return active.least(count) { numbers[$0].lastAsked }
    }
}

/// As feed readers do: who has told much is asked often, a week divided by the news of a week, at least every day.
struct NewsRate: PollPolicy {
    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int] {
        return active.least(count) { id in
            let number = numbers[id]
            let life = max(now - number.bornAt, 24)
            let interval = min(max(life / Double(max(number.seen, 1)), 0.25), 24)
            return -(now - number.lastAsked) / interval
        }
    }
}

/// Each number for itself: half the interval after news, a quarter more without.
struct PerNumberAIMD: PollPolicy {
    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int] {
        return active.least(count) { -(now - numbers[$0].lastAsked) / numbers[$0].interval }
    }

    mutating func asked(_ id: Int, _ numbers: inout [AskedNumber], hadNews: Bool, previous: Double, now: Double) {
        numbers[id].interval = min(max(numbers[id].interval * (hadNews ? 0.5 : 1.25), 0.5), 24)
    }
}

/// Whoever chance says.
struct ByChance: PollPolicy {
    var generator = SeededGenerator(seed: 5)

    mutating func choose(_ count: Int, of active: [Int], _ numbers: inout [AskedNumber], now: Double) -> [Int] {
        var drawn: [(key: Double, id: Int)] = []
        for id in active { drawn.append((generator.unit(), id)) }
        return drawn.sorted { $0.key < $1.key }.prefix(count).map(\.id)
    }
}
