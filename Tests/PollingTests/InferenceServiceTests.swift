import Foundation
import Intake
import Logging
import Polling
import ServiceLifecycle
import Store
import TestSupport
import Testing
import Tracking

/// The daemon works out links again and again, and only where something was heard.
struct InferenceServiceTests {
    @Test func itGoesOnRoundAfterRoundUntilItIsTold() async throws {
        let folder = try TemporaryFolder()
        let writer = try StoreWriter(path: folder.path("caravan.db"))
        let (rounds, continuation) = AsyncStream.makeStream(of: InferenceReport.self)
        let desk = InferenceDesk(InferenceRound(writer: writer, places: .corridor))
        let service = InferenceService(
            desk: desk, clock: HastyClock(), log: Logger(label: "test"), didRound: { continuation.yield($0) })
        let running = Task { try await service.run() }
        var seen = 0
        for await report in rounds {
            #expect(!report.wasDue && report.open == 0)
            seen += 1
            if seen == 3 { break }
        }
        running.cancel()
        try await running.value
        #expect(seen == 3)
    }
}

/// A clock on which nobody waits.
private struct HastyClock: Timekeeper {
    var now: Instant { Instant(seconds: 1_795_176_000) }

    func sleep(until: Instant) async throws {
        try Task.checkCancellation()
        await Task.yield()
    }
}
