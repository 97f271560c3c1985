import Store
import Terminal
import Tracking

/// What is claimed of a child's carriers once a person has spoken: nothing is outranked silently.
struct PairState {
    /// A claim that carries nothing any more because of what was said.
    struct Outranked {
        var link: TimelineLink

        var text: String {
            "in \(link.link.parent.kind.rawValue) \(SafeText.show(link.link.parent.code)), \(link.basis.rawValue) by "
                + "\(SafeText.show(link.link.source)), message \(link.link.message)"
        }

        var json: JSONValue {
            [
                "parent": .string(link.link.parent.description), "basis": .string(link.basis.rawValue),
                "source": .string(link.link.source), "message": .int(Int(link.link.message.rawValue)),
            ]
        }
    }

    var outranked: [Outranked]
    var conflicts: [Conflict]
    /// Whether any other message claims the link.
    var isClaimed: Bool

    init(_ child: Subject, _ parent: Subject, _ workplace: Workplace) throws {
        let places = try workplace.places()
        let timeline = try explained {
            try workplace.reader().read { session in
                try session.stored(child).map { stored in
                    Timeline(try session.dossier(of: stored)) { places.place(for: $0) }
                }
            }
        }
        let own = (timeline?.links ?? []).filter { $0.link.child == child && !$0.link.isDenial }
        outranked = own.filter { $0.outrankedBy != nil && $0.link.parent.kind == parent.kind }.map(Outranked.init)
        conflicts = (timeline?.conflicts ?? []).filter { $0.subjects.contains(child) }
        isClaimed = own.contains { $0.link.parent == parent }
    }
}
