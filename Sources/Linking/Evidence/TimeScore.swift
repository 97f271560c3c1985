import Foundation

/// Levels of time made ready for many questions: one cell per hour.
struct TimeScore: Sendable {
    private let first: Int
    /// Share of true pairs per hour.
    private let density: [Double]
    private let bitsPerCell: [Double]
    private let mass: [Double]
    private let outsideDensity: Double
    private let outsideBits: Double
    private let window: Double

    /// - Parameter window: hours over which a coincidence may fall.
    init(_ levels: TimeLevels, window: Double) {
        first = levels.edges.first ?? 0
        var cells: [Double] = []
        for (index, share) in levels.shares.enumerated() where index + 1 < levels.edges.count {
            let width = levels.edges[index + 1] - levels.edges[index]
            cells += Array(repeating: max(share, 1e-4) / Double(max(1, width)), count: max(0, width))
        }
        density = cells
        self.window = window
        outsideDensity = levels.outside / max(24, window - Double(cells.count))
        bitsPerCell = cells.map { log2($0 * window) }
        outsideBits = log2(outsideDensity * window)
        mass = cells.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// log2 of the likelihood ratio of a time this many hours after the container's.
    func bits(_ hours: Double) -> Double {
        let cell = Int(hours.rounded(.down)) - first
        return cell >= 0 && cell < bitsPerCell.count ? bitsPerCell[cell] : outsideBits
    }

    /// The same of a time known to lie within a stretch that begins so many hours after the container's.
    func bits(from start: Double, during width: Double) -> Double {
        guard width > 1 else { return bits(start) }
        let low = start - Double(first), high = low + width
        let inside = max(0, min(high, Double(density.count)) - max(low, 0))
        let share = cumulated(high) - cumulated(low) + (width - inside) * outsideDensity
        return log2(share / width * window)
    }

    private func cumulated(_ position: Double) -> Double {
        guard position > 0 else { return 0 }
        let cell = Int(position)
        guard cell < density.count else { return mass[mass.count - 1] }
        return mass[cell] + density[cell] * (position - Double(cell))
    }
}
