import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// Every number is found by any part of it, whenever and however it came.
struct FindTests {
    private func found(_ part: String, in path: String, atMost most: Int = .max) throws -> [String] {
        let reader = try StoreReader(path: path)
        let ids = try reader.subjects(containing: try NumberPart(part), atMost: most)
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
        #expect(try found("99X", in: shelf.path, atMost: 2) == ["P1119999X", "P1119899X"])
    }

    @Test func pageAfterPageGivesEachNumberOnce() throws {
        let shelf = try Shelf()
        for number in 1...7 {
            let subject = Subject(.parcel, .number, "PKT-\(number)")
            try shelf.take(Sample.message("\(number)"), [Sample.item([Sample.event(number, subject: subject)])])
        }
        let (reader, part) = (try StoreReader(path: shelf.path), try NumberPart("pkt"))
        let all = try reader.subjects(containing: part, atMost: .max)
        var paged: [Int64] = []
        while true {
            let page = try reader.subjects(containing: part, atMost: 3, before: paged.last)
            paged += page
            if page.count < 3 { break }
        }
        #expect(all.count == 7)
        #expect(paged == all)
    }

    /// Whatever the sieve lets through, it holds nothing back in which the part stands.
    @Test func theSieveHoldsBackOnlyWhatCannotMatch() throws {
        var chance = SeededGenerator(seed: 7)
        let letters = Array("00017aAB- ü")
        func word(_ lengths: ClosedRange<Int>) -> String {
            let count = Int.random(in: lengths, using: &chance)
            return String((0..<count).map { _ in letters.randomElement(using: &chance) ?? "0" })
        }
        var matches = 0
        for _ in 0..<20_000 {
            guard let part = try? NumberPart(word(3...5)), !part.text.isEmpty else { continue }
            let code = word(0...12)
            let passes = Array(code.utf8).withUnsafeBytes(NumberSieve(part).passes)
            if part.position(in: code) != nil {
                matches += 1
                #expect(passes, "\(part.text) in \(code)")
            } else if code.utf8.allSatisfy({ $0 < 0x80 }) {
                #expect(!passes, "\(part.text) not in \(code)")
            }
        }
        #expect(matches > 200)
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
