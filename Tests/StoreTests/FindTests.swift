import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// Every number is found by any part of it, whenever and however it came.
struct FindTests {
    private func found(_ part: String, in path: String) throws -> [String] {
        let reader = try StoreReader(path: path)
        let ids = try reader.subjects(containing: try NumberPart(part))
        return try reader.read { session in try ids.compactMap { try session.subject($0)?.subject.code } }
    }

    @Test func whatWasNotAcceptedIsNotFound() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("1"), [Sample.item([Sample.event(1)])])
        _ = try? shelf.writer.turnAndWait { session in
            _ = try session.subjectID(Subject(.parcel, .number, "UNDONE-1"))
            throw CancellationError()
        }
        #expect(try found("undone", in: shelf.path) == [])
        let undone = Subject(.parcel, .number, "UNDONE-1")
        try shelf.take(Sample.message("2"), [Sample.item([Sample.event(2, subject: undone)])])
        #expect(try found("undone", in: shelf.path) == ["UNDONE-1"])
        #expect(try found("MRKU", in: shelf.path) == ["MRKU9465770"])
    }

    @Test func theLatestKnownComesFirst() throws {
        let shelf = try Shelf()
        for number in 1...5 {
            let subject = Subject(.parcel, .number, "PKT-\(number)")
            try shelf.take(Sample.message("\(number)"), [Sample.item([Sample.event(number, subject: subject)])])
        }
        #expect(try found("pkt", in: shelf.path) == (1...5).reversed().map { "PKT-\($0)" })
        #expect(try found("kt4", in: shelf.path) == ["PKT-4"])
        #expect(try found("t4", in: shelf.path) == [], "too short")
    }

    @Test func aLargeStoreIsWalkedThroughInStretchesThatMissNothing() throws {
        let shelf = try Shelf()
        try shelf.take(Sample.message("1"), [Sample.item([Sample.event(1)])])
        try shelf.writer.turnAndWait { session in
            for number in 0..<120_000 {
                _ = try session.subjectID(Subject(.parcel, .number, "P\(1_000_000 + number)X"))
            }
        }
        #expect(try found("99X", in: shelf.path).count == 1200)
        #expect(try found("p1000000x", in: shelf.path) == ["P1000000X"])
        #expect(try found("p1119999x", in: shelf.path) == ["P1119999X"])
    }

    @Test(arguments: [(0, 4), (1, 4), (50_000, 4), (50_001, 4), (1_000_000, 4), (1_000_003, 3), (90, 0)])
    func stretchesCoverEverySubjectOnce(last: Int64, count: Int) {
        let stretches = StoreReader.stretches(upTo: last, atMost: count)
        #expect(stretches.count <= max(1, count))
        #expect(
            stretches.flatMap { [$0.lowerBound, $0.upperBound] }
                == stretches.flatMap { [$0.lowerBound, $0.upperBound] }.sorted())
        #expect(stretches.map(\.count).reduce(0, +) == Int(last))
        #expect(
            stretches.first?.lowerBound == (last == 0 ? nil : 1)
                && stretches.last?.upperBound == (last == 0 ? nil : last))
    }
}
