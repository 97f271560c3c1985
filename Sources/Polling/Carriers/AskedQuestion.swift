/// A question that was put, as far as the carrier is concerned: its door knows of it already.
struct AskedQuestion: Sendable {
    /// What becomes of the numbers of a question that failed.
    enum Remedy: Sendable {
        /// They are asked again, at their turn or before.
        case wait
        /// One of them is the reason: halves of them are asked.
        case halve
        /// It is the reason, which is known already.
        case setAside
    }

    var ending: Question.Ending
    var remedy: Remedy
    /// Whether they may be asked again before their turn.
    var mayRetry: Bool
    /// Whether the carrier may be asked on.
    var goesOn: Bool

    /// Whether nothing went wrong.
    var isAnswered: Bool {
        switch ending {
        case .answered(let answer): answer.rest == nil
        case .closed, .unaskable: true
        case .slowDown, .quotaUsed, .blocked, .failed: false
        }
    }
}
