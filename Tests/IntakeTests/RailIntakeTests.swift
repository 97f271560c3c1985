import Foundation
import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

/// The railways' messages on their way into the store: counted, corrected, taken back, in any order.
struct RailIntakeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/taf")
    private static let train = "41352@2026-11-28"

    private static func files() throws -> [(name: String, body: [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
    }

    @discardableResult
    private func take(_ bench: Bench, _ name: String, hour: Int) throws -> FileResult {
        let body = [UInt8](try Data(contentsOf: Self.folder.appending(path: "\(name).xml")))
        return try bench.files.take(
            body, name: name, profile: try #require(bench.library.profile(named: "taf")),
            receivedAt: Bench.now.advanced(by: .hours(hour)))
    }

    private func timeline(_ bench: Bench, _ code: String) throws -> Timeline {
        try bench.read { session in
            let stored = try #require(try session.subjects(code: code).first)
            return Timeline(try session.dossier(of: stored), places: Places.corridor.place(for:))
        }
    }

    /// Code and time of every event that is believed, the subject's own and those of its carriers.
    private func believed(_ bench: Bench, _ code: String) throws -> [String] {
        try timeline(bench, code).entries.map { "\($0.rawCode) \($0.time.iso8601)" }
    }

    @Test func everyMessageIsAccountedForAndAgainAddsNoRow() throws {
        let bench = try Bench()
        for (hour, file) in try Self.files().enumerated() {
            let name = String(file.name.dropLast(4))
            let counts = try take(bench, name, hour: hour).accounting
            #expect(
                counts.items == counts.mapped + counts.duplicate + counts.unmapped + counts.rejected && counts.items > 0
            )
            #expect(counts.rejected == (name == "3006" ? 1 : 0), "\(name)")
        }
        let before = try (bench.digest(), bench.rows())
        for (hour, file) in try Self.files().enumerated() {
            try take(bench, String(file.name.dropLast(4)), hour: 100 + hour)
        }
        #expect(try bench.digest() == before.0)
        #expect(try bench.rows() == before.1)
    }

    @Test(arguments: 0..<12) func anyOrderOfArrivalGivesTheSame(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let files = try Self.files().enumerated().map { (hour: $0.offset, name: String($0.element.name.dropLast(4))) }
        let (first, second) = (try Bench(), try Bench())
        for (hour, name) in files { try take(first, name, hour: hour) }
        for (hour, name) in (files + files.prefix(5)).shuffled(using: &random) { try take(second, name, hour: hour) }
        #expect(try first.digest() == second.digest())
    }

    @Test func aDeletionTakesBackExactlyWhatItsMessagesTold() throws {
        let bench = try Bench()
        for (hour, name) in ["4005-passed", "4004", "5020"].enumerated() { try take(bench, name, hour: hour) }
        let before = try believed(bench, Self.train)
        try take(bench, "4005-departed", hour: 10)
        #expect(
            try Set(believed(bench, Self.train)).subtracting(before) == [
                "4005.02 2026-11-28T21:10:00+01:00", "4005.02 2026-11-28T21:00:00+01:00",
            ])
        try take(bench, "4005-changed", hour: 11)
        #expect(
            try Set(believed(bench, Self.train)).subtracting(before) == [
                "4005.02 2026-11-28T21:14:00+01:00", "4005.02 2026-11-28T21:00:00+01:00",
            ])
        try take(bench, "4005-deleted", hour: 12)
        #expect(try believed(bench, Self.train) == before)
        // What was deleted does not come back with an older message.
        try take(bench, "4005-departed", hour: 13)
        #expect(try believed(bench, Self.train) == before)
    }

    @Test func aContainerOfAConfirmedCompositionGoesWhereTrainAndWagonGo() throws {
        let bench = try Bench()
        for (hour, name) in ["3003", "4005-departed", "5020"].enumerated() { try take(bench, name, hour: hour) }
        let box = try timeline(bench, "MRKU9465770")
        #expect(box.status?.milestone == .arrived && box.status?.place?.text == "DUI")
        #expect(box.links.contains { $0.link.parent.code == Self.train && $0.confirmed })
        try take(bench, "3003-deleted", hour: 20)
        #expect(try timeline(bench, "MRKU9465770").links.isEmpty)
    }
}
