import CarrierSimulator
import Tracking

/// One policy asks about one world: so many requests an hour, each about up to forty numbers.
struct PollRun {
    static let batch = 40
    private static let step = 0.25

    let world: PollWorld
    let requestsPerHour: Int

    /// How long each event of the measured time was there before it was seen, in hours.
    func delays(of policy: any PollPolicy) -> PollDelays {
        var policy = policy
        var numbers = world.traces.enumerated().map { AskedNumber(id: $0, trace: $1) }
        var active: [Int] = []
        var waiting = numbers.indices.sorted { numbers[$0].trace.events[0] < numbers[$1].trace.events[0] }[...]
        var delays = PollDelays()
        var tokens = 0.0
        var hour = 0.0
        while hour < world.hours {
            while let next = waiting.first, numbers[next].trace.events[0] <= hour {
                numbers[next].begin(at: hour)
                policy.took(next, &numbers)
                active.append(next)
                waiting.removeFirst()
            }
            tokens += Double(requestsPerHour) * Self.step
            while tokens >= 1 {
                tokens -= 1
                delays.requests += 1
                for id in policy.choose(Self.batch, of: active, &numbers, now: hour) {
                    ask(id, &numbers, &policy, hour, &delays)
                }
                active.removeAll { numbers[$0].isOver }
            }
            policy.passed(hour, active, &numbers, requestsPerHour: requestsPerHour)
            hour += Self.step
        }
        return delays
    }

    private func ask(
        _ id: Int, _ numbers: inout [AskedNumber], _ policy: inout any PollPolicy, _ hour: Double,
        _ delays: inout PollDelays
    ) {
        let before = numbers[id].seen
        let previous = numbers[id].lastAsked
        numbers[id].ask(at: hour)
        if hour >= PollWorld.warmUp {
            for event in numbers[id].trace.events[before..<numbers[id].seen] { delays.add(hour - event) }
        }
        policy.asked(id, &numbers, hadNews: numbers[id].seen > before, previous: previous, now: hour)
    }
}

/// A number of the world as its policy sees it: what has been told of it so far.
struct AskedNumber {
    let id: Int
    let trace: PollTrace
    /// Events that are known.
    private(set) var seen = 0
    private(set) var lastAsked = 0.0
    private(set) var bornAt = 0.0
    /// For the policy to write on.
    var dueAt = 0.0
    var interval = 4.0

    var isOver: Bool { seen == trace.events.count }
    /// Which leg it is on, by what is known.
    var leg: Int { seen - 1 }
    var lastEvent: Double { trace.events[seen - 1] }

    init(id: Int, trace: PollTrace) {
        self.id = id
        self.trace = trace
    }

    /// The manifest and the departure are known.
    mutating func begin(at hour: Double) {
        (seen, lastAsked, bornAt, dueAt) = (1, hour, hour, hour)
    }

    mutating func ask(at hour: Double) {
        lastAsked = hour
        while seen < trace.events.count, trace.events[seen] <= hour { seen += 1 }
    }
}
