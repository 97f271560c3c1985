import Forecasting
import Polling

/// How late events are seen, by who decides whom to ask, for equally many requests in simulated worlds.
enum PollWorldsChapter {
    private static let seeds: [UInt64] = [11, 12]

    static func figures(_ surroundings: Surroundings) async throws -> [Figure] {
        [4, 8, 16].flatMap(figures) + optimum()
    }

    private static func figures(requestsPerHour rate: Int) -> [Figure] {
        let base = delays(rate) { _ in RoundRobin() }
        func row(
            _ name: String, mean: Double?, p99: Double? = nil, _ policy: (UInt64) -> any PollPolicy
        ) -> Figure {
            compared(rate, name, delays(rate, policy), base, mean: mean, p99: p99)
        }
        func learnt(_ trains: Int, _ seed: UInt64) -> LegTimes {
            LegTimes(learntFrom: PollWorld.history(trains: trains, seed: seed))
        }
        return [
            row("round robin", mean: nil) { _ in RoundRobin() },
            row("by chance", mean: nil) { _ in ByChance() },
            row("rate of news", mean: nil) { _ in NewsRate() },
            row("per-number AIMD", mean: nil) { _ in PerNumberAIMD() },
            row("ours, true times", mean: 0.6) { _ in SchedulePolicy(PollWorld.known(times: 1), sentinels: false) },
            row("ours, learnt of 30 trains", mean: 0.6, p99: 0.8) { SchedulePolicy(learnt(30, $0), sentinels: false) },
            row("ours, learnt of 10 trains", mean: 0.6) { SchedulePolicy(learnt(10, $0), sentinels: false) },
            row("ours, times 2 × too long", mean: 1) { _ in SchedulePolicy(PollWorld.known(times: 2), sentinels: false)
            },
            row("ours, times 2 × too short", mean: 1) { _ in
                SchedulePolicy(PollWorld.known(times: 0.5), sentinels: false)
            },
            row("ours with sentinels, true times", mean: 0.35) { _ in
                SchedulePolicy(PollWorld.known(times: 1), sentinels: true)
            },
            row("ours with sentinels, 30 trains", mean: 0.35, p99: 0.8) {
                SchedulePolicy(learnt(30, $0), sentinels: true)
            },
            row("ours with sentinels, 10 trains", mean: 0.35) { SchedulePolicy(learnt(10, $0), sentinels: true) },
            row("ours with sentinels, priors only", mean: 1) { _ in SchedulePolicy(LegTimes(), sentinels: true) },
            row("ours with sentinels, 2 × too long", mean: 1) { _ in
                SchedulePolicy(PollWorld.known(times: 2), sentinels: true)
            },
        ]
    }

    private static func delays(_ rate: Int, _ policy: (UInt64) -> any PollPolicy) -> PollDelays {
        var all = PollDelays()
        for seed in seeds {
            all.add(PollRun(world: PollWorld(seed: seed), requestsPerHour: rate).delays(of: policy(seed)))
        }
        return all
    }

    private static func compared(
        _ rate: Int, _ name: String, _ ours: PollDelays, _ base: PollDelays, mean: Double?, p99: Double?
    ) -> Figure {
        func text(_ delays: PollDelays) -> String {
            "\(delays.mean.fixed(2)) / \(delays.quantile(0.9).fixed(1)) / \(delays.quantile(0.99).fixed(1)) h"
        }
        let (meanRatio, tailRatio) = (ours.mean / base.mean, ours.quantile(0.99) / base.quantile(0.99))
        let targets = [mean.map { "mean ≤ \($0.fixed(2))" }, p99.map { "p99 ≤ \($0.fixed(2))" }].compactMap { $0 }
        return Figure(
            what: "\(rate) requests/h: \(name)", ours: text(ours), baseline: text(base),
            measured: "\(meanRatio.fixed(2)), p99 \(tailRatio.fixed(2))",
            target: targets.isEmpty ? "–" : targets.joined(separator: ", "),
            isMet: mean.map { meanRatio <= $0 } ?? true && p99.map { tailRatio <= $0 } ?? true)
    }

    /// One number whose times are known, beside the best that anybody could do with as many questions.
    private static func optimum() -> [Figure] {
        let times = PollWorld.legs.map { PollWorld.known(times: 1).time(of: $0.leg) }
        let plans = times.map(SingleLegOptimum.init)
        return [14.0, 21, 35, 70, 140].map { questions in
            let best = delay(questions) { price in plans.map { $0.cost(asking: $0.best(price: price)) } }
            func ours(_ share: Double) -> Double {
                let curves = times.map { HazardCurve($0, flatShare: share) }
                return delay(questions) { price in
                    zip(plans, curves).map { $0.cost(asking: $0.ours($1, price: price)) }
                }
            }
            let (sure, product) = (ours(0), ours(HazardCurve.flatShare))
            return Figure(
                what: "\(Int(questions)) questions in a life", ours: "\(sure.fixed(2)) h",
                baseline: "optimum \(best.fixed(2)) h", measured: (sure / best).fixed(3), target: "≤ 1.05",
                isMet: sure <= best * 1.05,
                notes: ["with the flat tenth that guards against wrong times: \(product.fixed(2)) h"])
        }
    }

    /// The mean delay of an event at the price at which so many questions are asked on average.
    private static func delay(_ questions: Double, _ costs: (Double) -> [(questions: Double, delay: Double)]) -> Double
    {
        var (low, high) = (1e-4, 1e4)
        var found: (questions: Double, delay: Double) = (0, 0)
        for _ in 0..<40 {
            let price = (low * high).squareRoot()
            found = costs(price).reduce((0, 0)) { ($0.0 + $1.questions, $0.1 + $1.delay) }
            if found.questions > questions { low = price } else { high = price }
        }
        // The grid leaves a small difference in the number of questions; a delay falls as they grow.
        return found.delay / Double(PollWorld.legs.count) * found.questions / questions
    }
}
