import Foundation

/// Processor time, time on the clock and the greatest memory of a piece of work in this process.
struct LoadMeter {
    let processorSeconds: Double
    let wallSeconds: Double
    /// Of the whole process, in megabytes; and what of it was there before.
    let peak: Double
    let before: Double

    static func measure<Result>(_ work: () throws -> Result) rethrows -> (result: Result, meter: LoadMeter) {
        resetPeak()
        let before = peakMegabytes()
        let start = spentSeconds(), clock = ContinuousClock.now
        let result = try work()
        let meter = LoadMeter(
            processorSeconds: spentSeconds() - start, wallSeconds: (ContinuousClock.now - clock).seconds,
            peak: peakMegabytes(), before: before)
        return (result, meter)
    }

    private static func spentSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Lets the kernel forget the greatest memory so far (proc(5), clear_refs).
    static func resetPeak() {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
        file.write(Data("5".utf8))
        file.closeFile()
    }

    static func peakMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let kilobytes = line.flatMap { Double($0.split(separator: " ").dropLast().last ?? "") }
        return (kilobytes ?? 0) / 1000
    }
}
