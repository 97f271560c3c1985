extension IsotonicMap {
    /// The map that fits what came true best without ever falling: pool adjacent violators (Ayer et al. 1955).
    ///
    /// - Parameters:
    ///   - outcomes: stated probability and whether it came true.
    ///   - least: outcomes that a knot must stand for, so that no knot rests on chance.
    public static func fitted(to outcomes: [(stated: Double, isTrue: Bool)], least: Int = 200) -> IsotonicMap {
        guard outcomes.count >= 2 * least else { return .identity }
        var blocks: [Block] = []
        for outcome in outcomes.sorted(by: { ($0.stated, $0.isTrue ? 1 : 0) < ($1.stated, $1.isTrue ? 1 : 0) }) {
            if let last = blocks.last, last.count < Double(least) {
                blocks[blocks.count - 1].add(outcome.stated, outcome.isTrue ? 1 : 0, 1)
            } else {
                settle(&blocks)
                blocks.append(Block(stated: outcome.stated, hits: outcome.isTrue ? 1 : 0, count: 1))
            }
        }
        if blocks.count > 1, let last = blocks.last, last.count < Double(least) {
            blocks.removeLast()
            blocks[blocks.count - 1].add(last.stated, last.hits, last.count)
        }
        settle(&blocks)
        // Half a miss keeps a knot from promising what no sample can show.
        return IsotonicMap(blocks.map { Knot($0.stated / $0.count, $0.hits / ($0.count + 0.5)) })
    }

    private struct Block {
        var stated: Double
        var hits: Double
        var count: Double

        mutating func add(_ stated: Double, _ hits: Double, _ count: Double) {
            self.stated += stated
            self.hits += hits
            self.count += count
        }
    }

    private static func settle(_ blocks: inout [Block]) {
        while blocks.count > 1 {
            let last = blocks[blocks.count - 1], before = blocks[blocks.count - 2]
            guard before.hits * last.count > last.hits * before.count else { return }
            blocks.removeLast()
            blocks[blocks.count - 1].add(last.stated, last.hits, last.count)
        }
    }
}
