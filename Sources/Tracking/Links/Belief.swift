/// What a probability of an inferred link is good for.
public enum Belief {
    /// From here on an inferred link counts: events are inherited through it. Below, the answer is "unknown", with the
    /// best candidates.
    public static let least = 0.80

    /// From here on an inferred link that disagrees with a paper is a conflict.
    public static let sure = 0.95

    /// The candidates that an answer names.
    public static let shownCandidates = 3

    /// A probability in whole hundredths, never more than it is: what is shown as 0.80 is at least 0.80.
    public static func hundredths(_ probability: Double) -> Int {
        // A binary fraction may stand a hair below the decimal that was meant.
        Int((min(max(probability, 0), 1) * 100 + 1e-9).rounded(.down))
    }

    /// The same as a number.
    public static func rounded(_ probability: Double) -> Double { Double(hundredths(probability)) / 100 }

    /// The probability as it is shown everywhere: `0.93`.
    public static func text(_ probability: Double) -> String {
        let hundredths = hundredths(probability)
        let digits = String(hundredths % 100)
        return "\(hundredths / 100)." + (digits.count == 1 ? "0" + digits : digits)
    }

    /// Whether an inferred link of this probability carries events.
    public static func counts(_ probability: Double) -> Bool { hundredths(probability) >= hundredths(least) }

    /// Whether it is sure enough to speak against a paper.
    public static func contradicts(_ probability: Double) -> Bool { hundredths(probability) >= hundredths(sure) }
}
