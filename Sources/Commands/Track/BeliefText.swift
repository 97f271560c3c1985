import Terminal
import Tracking

/// Says what was worked out, how sure it is, and why; and what it may be where it is not known.
struct BeliefText {
    func lines(_ timeline: Timeline) -> [String] {
        timeline.links.filter { $0.basis == .inferred && $0.carries }.map(believed)
            + [SubjectKind.container, .train, .bag].compactMap { unknown($0, timeline.candidates) }
    }

    /// What a link rests on, and of what was inferred how sure it is: `inferred 0.93`.
    func basis(of link: TimelineLink) -> String {
        guard link.basis == .inferred else { return link.basis.rawValue }
        let text = "\(link.basis.rawValue) \(Belief.text(link.link.probability))"
        return link.link.isCandidate ? text + ", a candidate" : text
    }

    /// `MRKU9465770 0.55, MSCU6639870 0.41`.
    static func list(_ candidates: [Candidate]) -> String {
        candidates.map { "\(SafeText.show($0.parent.code)) \(Belief.text($0.probability))" }.joined(separator: ", ")
    }

    private func believed(_ link: TimelineLink) -> String {
        let (child, parent) = (link.link.child, link.link.parent)
        return "\(child.kind.rawValue) \(SafeText.show(child.code)) in \(parent.kind.rawValue) "
            + "\(SafeText.show(parent.code)): \(basis(of: link))" + why(link.link.evidence)
    }

    private func unknown(_ kind: SubjectKind, _ candidates: [Candidate]) -> String? {
        let some = candidates.filter { $0.parent.kind == kind }
        guard let best = some.first else { return nil }
        return "\(kind.rawValue) unknown; it may be \(Self.list(some))" + why(best.link.evidence)
    }

    /// The strongest evidence for it; all of it is in the JSON.
    private func why(_ evidence: [LinkEvidence]) -> String {
        guard let strongest = evidence.filter({ $0.bits > 0 }).max(by: { $0.bits < $1.bits }) else { return "" }
        let words = String(strongest.kind.rawValue.map { $0 == "-" ? " " : $0 })
        return ", above all by \(words)" + (strongest.text.map { " (\(SafeText.show($0)))" } ?? "")
    }
}
