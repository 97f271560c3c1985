internal import Foundation
public import Tracking

/// The time zones of all stations, resolved once, so that a program without zone data refuses to start.
public struct ZoneTable: Sendable {
    private let zones: [Station: TimeZone]

    /// Resolves every zone; throws `ZoneProblem` naming those this program has no data for.
    public init() throws {
        try self.init(stations: Station.allCases) { TimeZone(identifier: $0) }
    }

    init(stations: [Station], resolve: (String) -> TimeZone?) throws {
        var zones: [Station: TimeZone] = [:]
        var missing: Set<String> = []
        for station in stations {
            if let zone = resolve(station.zone) {
                zones[station] = zone
            } else {
                missing.insert(station.zone)
            }
        }
        guard missing.isEmpty else { throw ZoneProblem(missing: missing.sorted()) }
        self.zones = zones
    }

    /// What the clocks at a station show; UTC when there is no station.
    public func local(_ instant: Instant, at station: Station?) -> LocalTime {
        LocalTime(instant, offsetMinutes: station.map { offsetMinutes(at: $0, instant) } ?? 0)
    }

    private func offsetMinutes(at station: Station, _ instant: Instant) -> Int {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
        return (zones[station]?.secondsFromGMT(for: date) ?? 0) / 60
    }
}
