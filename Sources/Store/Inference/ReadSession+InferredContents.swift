import Tracking

extension ReadSession {
    /// How many parcels are inferred to be in a subject, or in what is told to be in it.
    public func inferredContents(of stored: StoredSubject) throws -> InferredContents {
        guard try hasInferred() else { return InferredContents() }
        let inside = try toldContents(of: [stored.id])
        var (believed, possible): (Set<Int64>, Set<Int64>) = ([], [])
        // What is believed to be inside holds things in its turn: a bag its parcels.
        var waiting = inside
        while !waiting.isEmpty {
            var next: Set<Int64> = []
            for carrier in waiting {
                for (child, probability) in try inferredIn(carrier) where !inside.contains(child) {
                    if !Belief.counts(probability) {
                        possible.insert(child)
                    } else if believed.insert(child).inserted {
                        next.insert(child)
                    }
                }
            }
            waiting = next
        }
        let sure = try parcels(among: toldContents(of: believed)).subtracting(inside)
        let maybe = try parcels(among: toldContents(of: possible.filter { try !isBelievedSomewhere($0) }))
        return InferredContents(believed: sure.count, possible: maybe.subtracting(sure).subtracting(inside).count)
    }

    /// Whether anything was ever worked out: mostly nothing was.
    private func hasInferred() throws -> Bool {
        let found = try statement(
            "SELECT EXISTS (SELECT 1 FROM inferred_link) OR EXISTS (SELECT 1 FROM past_inferred_link)"
        ).bind()
        defer { found.finish() }
        return try found.step() && found.integer(0) == 1
    }

    /// The subjects themselves, and everything told to be in them.
    private func toldContents(of subjects: Set<Int64>) throws -> Set<Int64> {
        var seen = subjects
        var waiting = Array(subjects)
        while let next = waiting.popLast() {
            for child in try childNumbers(of: next) where seen.insert(child).inserted { waiting.append(child) }
        }
        return seen
    }

    private func parcels(among numbers: Set<Int64>) throws -> Set<Int64> {
        guard let parcel = try number(SubjectKind.parcel.rawValue) else { return [] }
        return try numbers.filter { id in
            let find = try statement("SELECT kind FROM subject WHERE id = ?").bind(.integer(id))
            defer { find.finish() }
            return try find.step() && find.integer(0) == parcel
        }
    }

    private func isBelievedSomewhere(_ child: Int64) throws -> Bool {
        try inferredRows(of: child).contains { Belief.counts($0.probability) }
    }
}
