import Tracking

extension WriteSession {
    /// Writes down how asking went. What was saved before the request stays unless the update names another time; never
    /// is a number asked before the carrier's own answer grows old.
    ///
    /// - Parameter accepted: what to remember of an answer that was taken in.
    func record(_ update: PollUpdate, isNews: Bool, items: Int, accepted: AcceptedAnswer? = nil) throws {
        switch update.outcome {
        case .notAsked: return try giveBack(update)
        case .answered:
            if isNews { try replan(update) }
            try record(update, answer: isNews ? "news" : items == 0 ? "nothing" : "same", isNews: isNews)
            try remember(accepted, update)
        case .nothing: try record(update, answer: "nothing")
        case .failed(let kind): try record(update, answer: "failed", failure: kind)
        case .unchanged(let known):
            try record(update, answer: known.items == 0 ? "nothing" : "same")
            if try remembered(of: update) != known.sha256 { try askAgainAtOnce(update) }
        }
    }

    /// What a number waits for has changed: its next check is planned anew, and its companions may be called.
    private func replan(_ update: PollUpdate) throws {
        guard let planner = update.planner, let claimed = update.claimed else { return }
        let carrier = try terms.number(update.carrier)
        var companions: [Int64: [Companion]] = [:]
        guard let poll = try duePoll(carrier, claimed.number, companions: &companions),
            let event = poll.lastMilestoneAt, event != claimed.lastMilestoneAt, try isAsked(carrier, claimed.number)
        else { return }
        let planned = planner.plan(poll, askedAt: update.at)
        _ = try keep(planned, carrier, claimed.number)
        guard claimed.lastMilestoneAt.map({ $0 < event }) ?? true else { return }
        try note(
            sightingOf: event, carrier, claimed.number, missedAt: claimed.lastSuccess, seenAt: update.at)
        if planner.callsCompanions(claimed, planned: planned) {
            try callCompanions(of: claimed.number, carrier, now: update.at)
        }
    }

    /// A person may have said meanwhile that nobody is to ask.
    private func isAsked(_ carrier: Int64, _ number: Int64) throws -> Bool {
        let find = try statement("SELECT next_check_at FROM poll WHERE carrier = ?1 AND subject = ?2")
            .bind(.integer(carrier), .integer(number))
        defer { find.finish() }
        return try find.step() && find.optionalInteger(0) != nil
    }

    private func record(_ update: PollUpdate, answer: String, failure: String? = nil, isNews: Bool = false) throws {
        try statement(
            """
            UPDATE poll SET last_attempt = ?3, answer = ?4, failure = ?5,
                last_success = CASE WHEN ?6 THEN ?3 ELSE last_success END,
                last_change = CASE WHEN ?7 THEN ?3 ELSE last_change END,
                failures = CASE WHEN ?6 THEN 0 ELSE failures + 1 END,
                next_check_at = CASE WHEN next_check_at IS NULL THEN NULL
                    ELSE max(coalesce(?8, next_check_at), coalesce(?9, ?8, next_check_at)) END
            WHERE carrier = ?1 AND subject = ?2
            """
        ).bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)),
            .integer(update.at.milliseconds), .text(answer), .optional(failure), .int(failure == nil ? 1 : 0),
            .int(isNews ? 1 : 0), .optional(update.nextCheckAt?.milliseconds),
            .optional(update.freshUntil?.milliseconds)
        ).run()
    }

    /// Remembers an answer in the place of the last, or only that the last does not hold any more.
    private func remember(_ accepted: AcceptedAnswer?, _ update: PollUpdate) throws {
        try statement(
            """
            UPDATE poll SET accepted_sha256 = ?3, accepted_reading = ?4, accepted_items = ?5, accepted_unmapped = ?6,
                accepted_wide = ?7, etag = ?8, last_modified = ?9
            WHERE carrier = ?1 AND subject = ?2 AND (?3 IS NOT NULL OR accepted_sha256 IS NOT NULL)
            """
        ).bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)),
            .optional(accepted?.sha256), .optional(accepted?.reading), .optional(accepted.map { Int64($0.items) }),
            .optional(accepted.map { Int64($0.unmapped) }), .optional(accepted?.isWide == true ? Int64(1) : nil),
            .optional(accepted?.etag), .optional(accepted?.lastModified)
        ).run()
    }

    /// The fingerprint of the answer that is remembered now; nil if something of it was ended since.
    private func remembered(of update: PollUpdate) throws -> [UInt8]? {
        let find = try statement("SELECT accepted_sha256 FROM poll WHERE carrier = ?1 AND subject = ?2").bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)))
        defer { find.finish() }
        return try find.step() ? find.optionalBytes(0) : nil
    }

    /// While the carrier was asked, somebody ended what its answer said: the answer is to be read once more.
    private func askAgainAtOnce(_ update: PollUpdate) throws {
        try statement(
            "UPDATE poll SET next_check_at = ?3 WHERE carrier = ?1 AND subject = ?2 AND next_check_at IS NOT NULL"
        ).bind(
            .integer(terms.number(update.carrier)), .integer(subjectID(update.subject)),
            .integer(update.at.milliseconds)
        ).run()
    }

    /// Whatever is remembered of answers holds no more: the next of each is asked for and read whole.
    func forgetAcceptedAnswers() throws {
        try statement("UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE accepted_sha256 IS NOT NULL")
            .bind().run()
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
