import Foundation

/// What some work took: time on the wall, and time of processors in this process.
struct Spent {
    var seconds: Double
    var processor: Double

    /// Time of processors that this process took so far, all threads, in seconds.
    static var processorSoFar: Double { processorTime(RUSAGE_SELF) }

    /// The same of all children that have ended.
    static var processorOfChildren: Double { processorTime(RUSAGE_CHILDREN) }

    static func measure(_ work: () async throws -> Void) async rethrows -> Spent {
        let (start, processor) = (ContinuousClock.now, processorSoFar)
        try await work()
        return Spent(seconds: (ContinuousClock.now - start).seconds, processor: processorSoFar - processor)
    }

    private static func processorTime(_ whose: __rusage_who) -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(whose.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}

extension [Spent] {
    /// Answers a second in the middle run.
    func rate(_ answers: Int) -> Double { map { Double(answers) / $0.seconds }.median }

    /// Milliseconds of processors for each answer in the middle run.
    func cost(_ answers: Int) -> Double { map { $0.processor * 1000 / Double(answers) }.median }

    /// Rate and cost, for a note.
    func summary(_ answers: Int) -> String {
        let rates = map { Double(answers) / $0.seconds }
        return "\(rate(answers).grouped)/s (\(rates.spread { $0.grouped })), \(cost(answers).fixed(3)) ms CPU each"
    }
}
