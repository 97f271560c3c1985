import Store
import TestSupport
import Testing
import Tracking

/// When a carrier was first seen to tell of something.
struct SightingTests {
    private func claim(_ shelf: Shelf, at hours: Int) async throws -> [DuePoll] {
        try await shelf.writer.claimDue(
            carrier: "line-a", now: Sample.instant(hours), limit: 5, planner: AskInTurn())
    }

    private func sightings(_ shelf: Shelf) throws -> [(happenedAt: Instant, missedAt: Instant?, seenAt: Instant)] {
        try StoreReader(path: shelf.path).read { try $0.firstSightings(carrier: "line-a", limit: 10) }
    }

    private func shelf() async throws -> Shelf {
        let shelf = try Shelf()
        try shelf.take(Sample.message("list"), [Sample.item([Sample.event(0)])])
        _ = try await shelf.writer.bind(carrier: "line-a", rules: [.kind(.container)], now: Sample.instant(1))
        return shelf
    }

    @Test func newsAreRememberedWithTheLastQuestionInVain() async throws {
        let shelf = try await shelf()
        try await shelf.takeNews(of: claim(shelf, at: 4), at: Sample.instant(4), hours: 3)
        try await shelf.takeNews(of: claim(shelf, at: 9), at: Sample.instant(9), hours: 8)
        let seen = try sightings(shelf)
        #expect(seen.map(\.happenedAt) == [Sample.instant(8), Sample.instant(3)])
        #expect(seen.map(\.missedAt) == [Sample.instant(4), nil])
        #expect(seen.map(\.seenAt) == [Sample.instant(9), Sample.instant(4)])
    }

    @Test func theSameNewsAgainAreNoSighting() async throws {
        let shelf = try await shelf()
        try await shelf.takeNews(of: claim(shelf, at: 4), at: Sample.instant(4), hours: 3)
        try await shelf.takeNews(of: claim(shelf, at: 9), at: Sample.instant(9), hours: 3)
        #expect(try sightings(shelf).count == 1)
    }

    @Test func onlyTheLatestAreKept() async throws {
        let shelf = try await shelf()
        for hours in [4, 9, 14] {
            try await shelf.takeNews(of: claim(shelf, at: hours), at: Sample.instant(hours), hours: hours - 1)
        }
        try await shelf.writer.forgetSightings(carrier: "line-a", but: 1)
        #expect(try sightings(shelf).map(\.seenAt) == [Sample.instant(14), Sample.instant(9)])
        try await shelf.writer.forgetSightings(carrier: "line-a", but: 50)
        #expect(try sightings(shelf).count == 2)
    }
}
