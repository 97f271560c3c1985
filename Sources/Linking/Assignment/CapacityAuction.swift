import Foundation

/// Gives whole pools to containers so that none holds more than it declares: an auction with a slack of "none".
///
/// Bertsekas' forward auction: a pool that lost its place bids on, prices only rise, and the outcome lies within
/// `step` bits per pool of the best sum, whatever the order. Taking the most probable pair first would not.
struct CapacityAuction {
    struct Bidder: Sendable {
        /// Candidates with their gain over "none" in bits.
        var options: [(container: Int, bits: Double)]
        var pieces: Int
        var grams: Int
    }

    private struct Seat {
        var bidder: Int
        var price: Double
    }

    private static let looked = 64

    let roomPieces: [Int?]
    let roomGrams: [Int?]
    var step = 0.05

    /// The container of each bidder; nil for none.
    func assigned(_ bidders: [Bidder]) -> [Int?] {
        var result = [Int?](repeating: nil, count: bidders.count)
        var seats = [[Seat]](repeating: [], count: roomPieces.count)
        var load = [(pieces: Int, grams: Int)](repeating: (0, 0), count: roomPieces.count)
        var prices = [Double](repeating: 0, count: roomPieces.count)
        var waiting = Array(bidders.indices.reversed())
        var turns = 200 * bidders.count + 1000
        while let bidder = waiting.popLast(), turns > 0 {
            turns -= 1
            guard let bid = bid(bidders[bidder], prices) else { continue }
            let container = bid.container
            seat(Seat(bidder: bidder, price: bid.price), among: &seats[container])
            load[container].pieces += bidders[bidder].pieces
            load[container].grams += bidders[bidder].grams
            result[bidder] = container
            while isOver(load[container], container),
                let lowest = cheapest(seats[container], load[container], container, bidders)
            {
                let seat = seats[container].remove(at: lowest)
                load[container].pieces -= bidders[seat.bidder].pieces
                load[container].grams -= bidders[seat.bidder].grams
                prices[container] = max(prices[container], seat.price)
                result[seat.bidder] = nil
                waiting.append(seat.bidder)
            }
        }
        return result
    }

    /// The option of the greatest gain at the going prices, and what the bidder would pay for a piece's place there.
    private func bid(_ bidder: Bidder, _ prices: [Double]) -> (container: Int, price: Double)? {
        let size = Double(bidder.pieces)
        var best: (container: Int, gain: Double)?
        var second = 0.0
        for option in bidder.options where bidder.pieces <= roomPieces[option.container] ?? .max {
            guard bidder.grams <= roomGrams[option.container] ?? .max else { continue }
            let gain = option.bits - prices[option.container] * size
            if let before = best, gain <= before.gain {
                second = max(second, gain)
            } else {
                second = max(second, best?.gain ?? 0)
                best = (option.container, gain)
            }
        }
        guard let best, best.gain > 0 else { return nil }
        return (best.container, prices[best.container] + (best.gain - second + step) / size)
    }

    private func isOver(_ load: (pieces: Int, grams: Int), _ container: Int) -> Bool {
        load.pieces > roomPieces[container] ?? .max || load.grams > roomGrams[container] ?? .max
    }

    /// By price for a piece's place, the least first; of two who pay alike the later bidder goes first.
    private func seat(_ seat: Seat, among seats: inout [Seat]) {
        var low = 0, high = seats.count
        while low < high {
            let middle = (low + high) / 2
            let isBefore = (seats[middle].price, seat.bidder) < (seat.price, seats[middle].bidder)
            if isBefore { low = middle + 1 } else { high = middle }
        }
        seats.insert(seat, at: low)
    }

    /// Whom to send away: of those who alone make room the one who pays least in all, else the one who pays least for
    /// a piece's place. Only the cheapest places are looked at.
    private func cheapest(
        _ seats: [Seat], _ load: (pieces: Int, grams: Int), _ container: Int, _ bidders: [Bidder]
    ) -> Int? {
        let near = seats.indices.prefix(Self.looked)
        let enough = near.filter { seat in
            let bidder = bidders[seats[seat].bidder]
            return !isOver((load.pieces - bidder.pieces, load.grams - bidder.grams), container)
        }
        func paid(_ seat: Int) -> Double { seats[seat].price * Double(bidders[seats[seat].bidder].pieces) }
        return enough.isEmpty ? near.first : enough.min { (paid($0), $0) < (paid($1), $1) }
    }
}
