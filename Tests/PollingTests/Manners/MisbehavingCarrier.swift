import Foundation
import TestSupport
import Tracking

/// A carrier that is now well, now in trouble, and sometimes has a number that it cannot stand.
struct MisbehavingCarrier {
    private enum Mood: CaseIterable { case well, busy, down, refusing, flaky }

    private var mood = Mood.well
    private var moodEnds = Instant(milliseconds: 0)
    private var spoilers: Set<Int> = []

    mutating func answer(
        to numbers: [Int], of count: Int, at now: Instant, _ generator: inout SeededGenerator
    ) -> (SimulatedAnswer, Duration) {
        if now >= moodEnds { changeMood(of: count, at: now, &generator) }
        let isSlow = Int.random(in: 0..<50, using: &generator) == 0
        let latency = Int64.random(in: isSlow ? 20_000...90_000 : 20...1500, using: &generator)
        return (answer(to: numbers, at: now, &generator), .milliseconds(latency))
    }

    private mutating func changeMood(of count: Int, at now: Instant, _ generator: inout SeededGenerator) {
        let isWell = Int.random(in: 0..<10, using: &generator) < 7
        mood = isWell ? .well : Mood.allCases.randomElement(using: &generator) ?? .well
        let longest: Int64 = mood == .well ? 8 * 3_600_000 : 3_600_000
        moodEnds = now.advanced(by: .milliseconds(Int64.random(in: 30_000...longest, using: &generator)))
        let bad = [0, 0, 1, 2].randomElement(using: &generator) ?? 0
        spoilers = Set((0..<bad).map { _ in Int.random(in: 0..<count, using: &generator) })
    }

    private func answer(to numbers: [Int], at now: Instant, _ generator: inout SeededGenerator) -> SimulatedAnswer {
        let chance = Int.random(in: 0..<100, using: &generator)
        switch mood {
        case .busy where chance < 60: return Self.tooMuch(at: now, &generator)
        case .down: return .unreachable
        case .flaky where chance < 55: return .unreachable
        case .refusing: return .refused
        default:
            if chance == 0 { return .unreachable }
            return numbers.contains(where: spoilers.contains) ? .spoiled : .data
        }
    }

    /// In seconds, as a date, in the past, far away, as nonsense, twice, not at all.
    private static func tooMuch(at now: Instant, _ generator: inout SeededGenerator) -> SimulatedAnswer {
        let seconds = [1, 7, 120, 3600, 20_000].randomElement(using: &generator) ?? 1
        switch Int.random(in: 0..<20, using: &generator) {
        case 0:
            // A date has no milliseconds.
            let date = Instant(seconds: now.milliseconds / 1000 + Int64(seconds) + 120)
            return .tooMuch(headers: [httpDate(date)], means: date.since(now.advanced(by: .seconds(90))))
        case 1: return .tooMuch(headers: ["Sun, 06 Nov 1994 08:49:37 GMT"], means: nil)
        case 2: return .tooMuch(headers: ["Thu, 01 Jan 2099 00:00:00 GMT"], means: .hours(24))
        case 3: return .tooMuch(headers: ["999999999999999999999"], means: .hours(24))
        case 4: return .tooMuch(headers: ["-5"], means: nil)
        case 5...7: return .tooMuch(headers: ["0"], means: .zero)
        case 8: return .tooMuch(headers: ["5", "\(seconds)"], means: .seconds(max(5, seconds)))
        case 9: return .tooMuch(headers: ["soon", "\(seconds)"], means: .seconds(seconds))
        case 10...12: return .tooMuch(headers: [], means: nil)
        default: return .tooMuch(headers: ["\(seconds)"], means: .seconds(seconds))
        }
    }

    private static func httpDate(_ instant: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
}
