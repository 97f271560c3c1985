/// One line of the table: what we reach, what the baseline reaches, and what is asked for.
struct Figure {
    var what: String
    var ours: String
    var baseline: String
    /// What the target speaks of.
    var measured: String
    var target: String
    var isMet: Bool
    var notes: [String] = []

    /// A figure whose target is the least share of the baseline's rate.
    static func share(
        _ what: String, ours: Double, baseline: Double, unit: String, atLeast target: Double,
        notes: [String]
    ) -> Figure {
        let share = ours / baseline
        return Figure(
            what: what, ours: "\(ours.grouped) \(unit)", baseline: "\(baseline.grouped) \(unit)",
            measured: share.fixed(2), target: "≥ \(target.fixed(2))", isMet: share >= target, notes: notes)
    }
}
