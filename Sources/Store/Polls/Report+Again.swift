import Tracking

/// What the same report a second time would do.
extension Report {
    /// Whether it would do nothing, as long as nothing that it says is ended by somebody else.
    ///
    /// Not so what was refused or was still to come, since a later reading may take it otherwise; what a source takes back, which holds against
    /// everything up to its receipt; and a paper that puts something on a train, which weighs more after the departure.
    var teachesOnce: Bool {
        items.allSatisfy { item in
            item.watches.isEmpty && item.retractions.isEmpty && item.undoings.isEmpty
                && item.events.allSatisfy { !$0.retracted }
                && item.links.allSatisfy { !$0.retracted && ($0.basis != nil || $0.parent.kind != .train) }
                && item.problems.allSatisfy { $0.severity == .warning && $0.kind != "not-yet" }
        }
    }

    /// Whether it speaks of nothing but this subject: every row that it makes is a row of the subject's.
    func isOnly(about subject: Subject) -> Bool {
        items.allSatisfy { item in
            item.events.allSatisfy { $0.subject == subject } && item.facts.allSatisfy { $0.subject == subject }
                && item.links.allSatisfy { $0.child == subject } && item.aliases.allSatisfy { $0.subject == subject }
        }
    }
}
