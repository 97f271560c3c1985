import Foundation
import Polling
import TestSupport
import Tracking

/// What the settings say of a simulated carrier.
struct SimulatedSettings: Sendable {
    static let quietZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    var perSecond: Double
    var burst: Int
    var quota: Int?
    /// Minutes of the day in `quietZone`.
    var quiet: (from: Int, until: Int)?
    var batch: Int
    var interval: Duration
    var numbers: Int

    init(_ generator: inout SeededGenerator) {
        perSecond = [0.02, 0.2, 1, 5].randomElement(using: &generator) ?? 1
        burst = [1, 2, 4].randomElement(using: &generator) ?? 1
        quota = [nil, nil, 40, 400].randomElement(using: &generator) ?? nil
        let hours: [(Int, Int)?] = [nil, nil, (22 * 60, 6 * 60), (90, 165), (12 * 60, 12 * 60 + 30)]
        quiet = (hours.randomElement(using: &generator) ?? nil).map { (from: $0.0, until: $0.1) }
        batch = [1, 1, 3, 10].randomElement(using: &generator) ?? 1
        interval = .minutes([1, 10, 60].randomElement(using: &generator) ?? 10)
        numbers = Int.random(in: 4...40, using: &generator)
    }

    var quietHours: QuietHours? {
        quiet.flatMap { QuietHours(from: $0.from, until: $0.until, zone: Self.quietZone) }
    }
}
