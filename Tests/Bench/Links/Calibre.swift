import Foundation

/// How well stated probabilities keep their word.
struct Calibre {
    /// Probability of the best answer of each question, and whether it was right.
    private(set) var answers: [(probability: Double, isRight: Bool)] = []

    mutating func add(_ probability: Double, _ isRight: Bool) {
        answers.append((min(1, max(0, probability)), isRight))
    }

    mutating func add(_ other: Calibre) {
        answers += other.answers
    }

    var count: Int { answers.count }

    func precision(at least: Double) -> Double {
        let given = answers.filter { $0.probability >= least }
        return given.isEmpty ? 1 : Double(given.count { $0.isRight }) / Double(given.count)
    }

    /// Right answers at or above a probability, of all questions.
    func recall(at least: Double) -> Double {
        Double(answers.count { $0.probability >= least && $0.isRight }) / Double(max(1, answers.count))
    }

    var accuracy: Double { recall(at: -1) }

    /// Expected calibration error: ten bins by stated probability, weighted by what falls into each.
    var calibrationError: Double {
        var bins = [(count: Double, stated: Double, right: Double)](repeating: (0, 0, 0), count: 10)
        for answer in answers {
            let bin = min(9, Int(answer.probability * 10))
            bins[bin].count += 1
            bins[bin].stated += answer.probability
            bins[bin].right += answer.isRight ? 1 : 0
        }
        return bins.reduce(0) { $0 + abs($1.stated - $1.right) } / Double(max(1, answers.count))
    }

    var brier: Double {
        answers.reduce(0) { $0 + ($1.probability - ($1.isRight ? 1 : 0)) * ($1.probability - ($1.isRight ? 1 : 0)) }
            / Double(max(1, answers.count))
    }

    var logLoss: Double {
        -answers.reduce(0) { $0 + log(max(1e-6, $1.isRight ? $1.probability : 1 - $1.probability)) }
            / Double(max(1, answers.count))
    }
}
