/// How late events were seen, in hours.
struct PollDelays {
    private var all: [Double] = []
    var requests = 0

    var count: Int { all.count }
    var mean: Double { all.reduce(0, +) / Double(max(all.count, 1)) }

    mutating func add(_ hours: Double) { all.append(hours) }

    mutating func add(_ others: PollDelays) {
        all += others.all
        requests += others.requests
    }

    func quantile(_ share: Double) -> Double {
        guard !all.isEmpty else { return 0 }
        return all.sorted()[min(Int(Double(all.count) * share), all.count - 1)]
    }
}
