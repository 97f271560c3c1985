import Tracking

extension EPCISProfile {
    /// What business steps of the Core Business Vocabulary (CBV 2.0 §7.1) mean here, with any disposition.
    ///
    /// `accepting` is the start of a journey as well as its end: it never delivers. What is not listed stays unmapped.
    private static let steps: [(step: String, milestone: Milestone)] = [
        ("commissioning", .announced), ("accepting", .accepted), ("staging_outbound", .sorted), ("packing", .packed),
        ("loading", .loaded), ("shipping", .dispatched), ("departing", .departed), ("transporting", .position),
        ("arriving", .arrived), ("receiving", .arrived), ("inspecting", .inspected), ("holding", .held),
        ("unloading", .discharged), ("unpacking", .stripped), ("destroying", .disposed),
    ]

    /// Dispositions (CBV 2.0 §7.2) that say more than the step.
    private static let dispositions: [(disposition: String, milestone: Milestone)] = [
        ("damaged", .damaged), ("destroyed", .disposed), ("disposed", .disposed),
    ]

    /// Steps with a meaning of their own where things go into a container, or everything comes out.
    private static let special: [(code: String, milestone: Milestone)] = [
        ("container packing*", .stuffed), ("container loading*", .stuffed), ("all *", .stripped),
        ("shipping/returned", .returning), ("departing/returned", .returning), ("receiving/returned", .returned),
        ("accepting/returned", .returned),
    ]

    /// The table of the profile, in YAML's flow style.
    static let milestones: String = {
        var rows = steps.map { ($0.step + "*", $0.milestone) }
        for (step, _) in steps { rows += dispositions.map { ("\(step)/\($0.disposition)", $0.milestone) } }
        rows += special.map { ($0.code, $0.milestone) }
        return rows.map { "\"\($0.0)\": \($0.1.rawValue)" }.joined(separator: ", ")
    }()
}
