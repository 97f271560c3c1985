import Tracking

extension WriteSession {
    /// Writes down how asking went. What was saved before the request stays unless the update names another time.
    func record(_ update: PollUpdate, isNews: Bool, items: Int) throws {
        if update.outcome == .notAsked { return try giveBack(update) }
        let answer: String
        var failure: String?
        switch update.outcome {
        case .answered: answer = isNews ? "news" : items == 0 ? "nothing" : "same"
        case .nothing: answer = "nothing"
        case .failed(let kind):
            answer = "failed"
            failure = kind
        case .notAsked: return
        }
        let succeeded = failure == nil
        try statement(
            """
            UPDATE poll SET last_attempt = ?3, answer = ?4, failure = ?5,
                last_success = CASE WHEN ?6 THEN ?3 ELSE last_success END,
                last_change = CASE WHEN ?7 THEN ?3 ELSE last_change END,
                failures = CASE WHEN ?6 THEN 0 ELSE failures + 1 END,
                next_check_at = CASE WHEN next_check_at IS NULL THEN NULL ELSE coalesce(?8, next_check_at) END
            WHERE carrier = ?1 AND subject = ?2
            """
        ).bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)),
            .integer(update.at.milliseconds), .text(answer), .optional(failure), .int(succeeded ? 1 : 0),
            .int(isNews ? 1 : 0), .optional(update.nextCheckAt?.milliseconds)
        ).run()
    }

    private func giveBack(_ update: PollUpdate) throws {
        guard let next = update.nextCheckAt else { return }
        try statement(
            """
            UPDATE poll SET next_check_at = ?3 WHERE carrier = ?1 AND subject = ?2 AND next_check_at IS NOT NULL
            """
        ).bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)),
            .integer(next.milliseconds)
        ).run()
    }
}
