import Foundation

/// Gives whole pools to containers so that none holds more than it declares: an auction with a slack of "none".
///
/// Bertsekas' forward auction: a pool that lost its place bids on, prices only rise, and the outcome lies within
/// `step` bits per pool of the best sum, whatever the order. Taking the most probable pair first would not.
struct CapacityAuction {
    /// Whole pools with their candidates, all in a few long lists.
    struct Bidders: Sendable {
        private(set) var pieces: [Int] = []
        private(set) var grams: [Int] = []
        private(set) var containers: [Int32] = []
        private(set) var bits: [Float] = []
        private var ends: [Int] = []

        init(count: Int) {
            pieces.reserveCapacity(count)
            grams.reserveCapacity(count)
            ends.reserveCapacity(count)
        }

        var count: Int { ends.count }

        mutating func append(pieces: Int, grams: Int) {
            self.pieces.append(pieces)
            self.grams.append(grams)
            ends.append(containers.count)
        }

        /// Of the last bidder: a candidate and its gain over "none" in bits.
        mutating func addOption(_ container: Int, bits: Double) {
            containers.append(Int32(container))
            self.bits.append(Float(bits))
            ends[ends.count - 1] = containers.count
        }

        func options(_ bidder: Int) -> Range<Int> { (bidder == 0 ? 0 : ends[bidder - 1])..<ends[bidder] }
    }

    private struct Seat {
        var bidder: Int
        var price: Double
    }

    private static let looked = 64

    private let mostPieces: [Int]
    private let mostGrams: [Int]
    private let step = 0.05

    /// - Parameters:
    ///   - roomPieces: what still fits in each container; nil where nothing is declared.
    ///   - roomGrams: the same in grams.
    init(roomPieces: [Int?], roomGrams: [Int?]) {
        mostPieces = roomPieces.map { $0 ?? .max }
        mostGrams = roomGrams.map { $0 ?? .max }
    }

    /// The container of each bidder; nil for none.
    func assigned(_ bidders: Bidders) -> [Int?] {
        var result = [Int?](repeating: nil, count: bidders.count)
        var seats = [[Seat]](repeating: [], count: mostPieces.count)
        var load = [(pieces: Int, grams: Int)](repeating: (0, 0), count: mostPieces.count)
        var prices = [Double](repeating: 0, count: mostPieces.count)
        var waiting = Array((0..<bidders.count).reversed())
        var turns = 200 * bidders.count + 1000
        while let bidder = waiting.popLast(), turns > 0 {
            turns -= 1
            guard let bid = bid(bidder, bidders, prices) else { continue }
            let container = bid.container
            seat(Seat(bidder: bidder, price: bid.price), among: &seats[container])
            load[container].pieces += bidders.pieces[bidder]
            load[container].grams += bidders.grams[bidder]
            result[bidder] = container
            while isOver(load[container], container),
                let lowest = cheapest(seats[container], load[container], container, bidders)
            {
                let seat = seats[container].remove(at: lowest)
                load[container].pieces -= bidders.pieces[seat.bidder]
                load[container].grams -= bidders.grams[seat.bidder]
                prices[container] = max(prices[container], seat.price)
                result[seat.bidder] = nil
                waiting.append(seat.bidder)
            }
        }
        return result
    }

    /// The option of the greatest gain at the going prices, and what the bidder would pay for a piece's place there.
    private func bid(_ bidder: Int, _ bidders: Bidders, _ prices: [Double]) -> (container: Int, price: Double)? {
        let pieces = bidders.pieces[bidder], grams = bidders.grams[bidder]
        let size = Double(pieces)
        var best: (container: Int, gain: Double)?
        var second = 0.0
        for place in bidders.options(bidder) {
            let container = Int(bidders.containers[place])
            guard pieces <= mostPieces[container], grams <= mostGrams[container] else { continue }
            let gain = Double(bidders.bits[place]) - prices[container] * size
            if let before = best, gain <= before.gain {
                second = max(second, gain)
            } else {
                second = max(second, best?.gain ?? 0)
                best = (container, gain)
            }
        }
        guard let best, best.gain > 0 else { return nil }
        return (best.container, prices[best.container] + (best.gain - second + step) / size)
    }

    private func isOver(_ load: (pieces: Int, grams: Int), _ container: Int) -> Bool {
        load.pieces > mostPieces[container] || load.grams > mostGrams[container]
    }

    /// By price for a piece's place, the least last, where seats come and go; of two who pay alike the later bidder
    /// goes first.
    private func seat(_ seat: Seat, among seats: inout [Seat]) {
        var low = 0, high = seats.count
        while low < high {
            let middle = (low + high) / 2
            let isBefore = (seat.price, seats[middle].bidder) < (seats[middle].price, seat.bidder)
            if isBefore { low = middle + 1 } else { high = middle }
        }
        seats.insert(seat, at: low)
    }

    /// Whom to send away: of those who alone make room the one who pays least in all, else the one who pays least for
    /// a piece's place. Only the cheapest places are looked at.
    private func cheapest(
        _ seats: [Seat], _ load: (pieces: Int, grams: Int), _ container: Int, _ bidders: Bidders
    ) -> Int? {
        var best: (place: Int, paid: Double)?
        for place in seats.indices.suffix(Self.looked).reversed() {
            let seat = seats[place]
            // Nobody pays less than the price of one piece, and that only rises.
            if let best, best.paid <= seat.price { break }
            guard makesRoom(seat, load, container, bidders) else { continue }
            let paid = seat.price * Double(bidders.pieces[seat.bidder])
            if best.map({ paid < $0.paid }) ?? true { best = (place, paid) }
        }
        return best?.place ?? seats.indices.last
    }

    private func makesRoom(
        _ seat: Seat, _ load: (pieces: Int, grams: Int), _ container: Int, _ bidders: Bidders
    ) -> Bool {
        !isOver((load.pieces - bidders.pieces[seat.bidder], load.grams - bidders.grams[seat.bidder]), container)
    }
}
