import Tracking

extension WriteSession {
    /// Takes the items of a report, one by one, and counts what became of each.
    func accept(_ items: [ReportedItem], into acceptance: inout Acceptance) throws {
        let hasUnbelieved = try hasUnbelieved(besides: acceptance)
        acceptance.hasRetractions = try hasRetractions()
        for item in items {
            var isNew = try accept(item, into: &acceptance)
            if hasUnbelieved, try adopt(item, &acceptance) { isNew = true }
            acceptance.accounting.items += 1
            if !item.saysSomething {
                if item.problems.contains(where: { $0.severity == .rejection }) {
                    acceptance.accounting.rejected += 1
                } else {
                    acceptance.accounting.unmapped += 1
                }
            } else if !isNew {
                acceptance.accounting.duplicate += 1
            } else if item.events.contains(where: { $0.milestone == .unmapped }) {
                acceptance.accounting.unmapped += 1
            } else {
                acceptance.accounting.mapped += 1
            }
            if isNew {
                acceptance.note(newsIn: item)
                try wakeParcels(by: item, now: acceptance.receivedAt)
            }
            try keep(item.problems, at: item.position, of: &acceptance)
        }
    }

    /// Returns whether anything of the item was new.
    func accept(_ item: ReportedItem, into acceptance: inout Acceptance) throws -> Bool {
        var isNew = false
        for event in item.events where try accept(event, acceptance) { isNew = true }
        for link in item.links where try accept(link, acceptance) {
            isNew = true
            acceptance.links += 1
        }
        for alias in item.aliases where try accept(alias, acceptance) { isNew = true }
        if try accept(item.facts, acceptance) { isNew = true }
        // What is read again from the archive wishes nothing anew: a later wish may have ended it.
        guard acceptance.since == nil else { return isNew }
        for watch in item.watches where try accept(watch, acceptance) { isNew = true }
        for retraction in item.retractions where try accept(retraction, acceptance) { isNew = true }
        for undoing in item.undoings where try accept(undoing, acceptance) { isNew = true }
        return isNew
    }

    private func keep(_ problems: [RowProblem], at position: String, of acceptance: inout Acceptance) throws {
        for problem in problems {
            guard acceptance.problems < Acceptance.mostProblems else { return }
            acceptance.problems += 1
            try statement(
                """
                INSERT INTO problem (message, position, kind, severity, column_name, value, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
            ).bind(
                .integer(acceptance.message), .text(position), .text(problem.kind),
                .text(problem.severity.rawValue), .optional(problem.column), .optional(problem.value),
                .text(problem.reason)
            ).run()
        }
    }
}
