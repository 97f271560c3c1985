public import Tracking

extension Posterior {
    /// Least probability at which a link answers; below it the answer is "unknown" with the best three (§2.3).
    public static let answers = 0.80
    static let least = 0.05
    static let most = 3

    /// The links to show: the best three containers, and the train where it is surer than the container.
    public var links: [InferredLink] {
        let shown = containers.enumerated().prefix(Self.most).filter { $0.element.probability >= Self.least }
        return children.flatMap { child in
            shown.map { index, share in
                InferredLink(
                    child: child, parent: share.parent, probability: share.probability,
                    evidence: index < evidence.count ? evidence[index] : [])
            } + trainLink(of: child)
        }
    }

    /// The bag where it is a subject, with those who are not said to be in it; else the parcels.
    private var children: [Subject] {
        if let bag, isPooled { [bag] + strays } else { members }
    }

    private func trainLink(of child: Subject) -> [InferredLink] {
        guard let train = trains.first, train.probability >= Self.answers,
            (containers.first?.probability ?? 0) < Self.answers
        else { return [] }
        let aboard = evidence.first ?? []
        return [
            InferredLink(
                child: child, parent: train.parent, probability: train.probability,
                evidence: aboard.filter { $0.kind != .capacity })
        ]
    }
}
