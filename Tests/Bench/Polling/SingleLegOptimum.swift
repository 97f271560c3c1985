import Forecasting
import Tracking

/// The best that anybody can do for one leg whose times are known, by dynamic programming over the ages at which to ask.
///
/// The cost of a plan is the hours of delay plus the price of its questions.
struct SingleLegOptimum {
    private static let cell = 0.25
    private static let most = 3000

    private let survival: [Double]
    /// The integral of the survival up to each age: a delay is what lies between two of them.
    private let cumulated: [Double]

    init(_ time: ShiftedLognormal) {
        var survival: [Double] = [1]
        var cumulated: [Double] = [0]
        for cell in 1...Self.most {
            let here = time.survival(Double(cell) * Self.cell)
            cumulated.append(cumulated[cell - 1] + (survival[cell - 1] + here) / 2 * Self.cell)
            survival.append(here)
            if here < 1e-7 { break }
        }
        (self.survival, self.cumulated) = (survival, cumulated)
    }

    /// What a plan costs that asks at these cells: questions and hours of delay on average.
    func cost(asking cells: [Int]) -> (questions: Double, delay: Double) {
        var (questions, delay, last) = (0.0, 0.0, 0)
        for cell in cells where cell < survival.count {
            questions += survival[last]
            delay += expectedDelay(last, cell)
            last = cell
        }
        return (questions, delay)
    }

    /// The expected hours between an event that falls between two questions and the second of them.
    private func expectedDelay(_ first: Int, _ second: Int) -> Double {
        Double(second - first) * Self.cell * survival[first] - (cumulated[second] - cumulated[first])
    }

    /// The cells of the best plan for a price.
    func best(price: Double) -> [Int] {
        let end = survival.count - 1
        var value = Array(repeating: 0.0, count: end + 1)
        var next = Array(repeating: end, count: end + 1)
        for from in stride(from: end - 1, through: 0, by: -1) {
            var least = Double.infinity
            for to in (from + 1)...min(from + 960, end) {
                let cost = price * survival[from] + expectedDelay(from, to) + value[to]
                if cost < least { (least, next[from]) = (cost, to) }
            }
            value[from] = least
        }
        return cells(end) { next[$0] }
    }

    /// The cells at which our index crosses a price.
    func ours(_ curve: HazardCurve, price: Double) -> [Int] {
        let began = Instant(seconds: 0)
        return cells(survival.count - 1) { from in
            let last = began.advanced(by: .hours(Double(from) * Self.cell))
            let hours = curve.hoursUntilDue(after: last, began: began, weight: 1, price: price, longest: 240)
            return from + max(1, Int((hours / Self.cell).rounded()))
        }
    }

    private func cells(_ end: Int, next: (Int) -> Int) -> [Int] {
        var cells: [Int] = []
        var cell = 0
        while cell < end {
            cell = min(next(cell), end)
            cells.append(cell)
        }
        return cells
    }
}
