import Testing

@testable import Linking

@Suite struct CapacityAuctionTests {
    private func assigned(_ options: [[(Int, Double)]], sizes: [Int]? = nil, rooms: [Int?]) -> [Int?] {
        var bidders = CapacityAuction.Bidders(count: options.count)
        for (index, options) in options.enumerated() {
            bidders.append(pieces: sizes?[index] ?? 1, grams: 0)
            for option in options { bidders.addOption(option.0, bits: option.1) }
        }
        let none = [Int?](repeating: nil, count: rooms.count)
        return CapacityAuction(roomPieces: rooms, roomGrams: none).assigned(bidders)
    }

    @Test func takesTheBestSumAndNotTheBestPair() {
        // Greedy gives 0 to the first (9) and nothing to the second; together 8 + 7 is more.
        #expect(assigned([[(0, 9), (1, 8)], [(0, 7)]], rooms: [1, 1]) == [1, 0])
    }

    @Test func leavesOutWhomNobodyHasRoomFor() {
        let result = assigned([[(0, 5)], [(0, 6)], [(0, 4)]], rooms: [2])
        #expect(result == [0, 0, nil])
    }

    @Test func keepsABagWhole() {
        #expect(assigned([[(0, 9)], [(0, 5)]], sizes: [8, 3], rooms: [10]) == [0, nil])
    }

    @Test func prefersNoneToWhatSpeaksAgainst() {
        #expect(assigned([[(0, -1)]], rooms: [5]) == [nil])
    }

    @Test func hasNoLimitWhereNothingIsDeclared() {
        #expect(assigned([[(0, 3)], [(0, 2)], [(0, 1)]], rooms: [nil]) == [0, 0, 0])
    }

    /// Against every way to assign, for thousands of small cases.
    @Test func reachesTheBestSumWithinItsStep() {
        var state: UInt64 = 7
        func draw(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        for _ in 0..<2000 {
            let rooms: [Int?] = [draw(3), draw(3), 1 + draw(2)]
            let bits = (0..<4).map { _ in (0..<3).map { _ in Double(draw(1000)) / 100 - 2 } }
            let result = assigned(bits.map { row in row.enumerated().map { ($0, $1) } }, rooms: rooms)
            let reached = zip(bits, result).reduce(0.0) { sum, pair in sum + (pair.1.map { pair.0[$0] } ?? 0) }
            #expect(reached >= best(bits, rooms.map { $0 ?? 0 }) - 4 * 0.05 - 1e-9)
            for container in 0..<3 { #expect(result.count { $0 == container } <= rooms[container] ?? 0) }
        }
    }

    private func best(_ bits: [[Double]], _ rooms: [Int]) -> Double {
        guard let first = bits.first else { return 0 }
        let rest = Array(bits.dropFirst())
        var result = best(rest, rooms)
        for container in rooms.indices where rooms[container] > 0 {
            var left = rooms
            left[container] -= 1
            result = max(result, first[container] + best(rest, left))
        }
        return result
    }
}
