import Store
import Terminal
import Tracking

/// Lays out the rows of a worklist: for somebody in front of a screen, or as data for a spreadsheet.
struct WorklistTable {
    let places: Places
    let language: Language
    let utc: Bool
    let now: Instant
    let isData: Bool
    let kind: SubjectKind

    var columns: [TableColumn] {
        let silence = isData ? "silent days" : "silent"
        return
            ([kind.rawValue, "consignor", "to", "status", "by", "place", "since", silence, "container", "train"]
            + (isData ? ["train confirmed"] : []) + ["last mile"]
            + (isData ? ["conflict", "container probability", "train probability", "candidates"] : []))
            .map { TableColumn($0) }
    }

    func cells(_ row: WorklistRow) -> [TableCell] {
        let (story, status) = (row.story, row.story.status)
        let boxes = boxes(of: story)
        var cells: [TableCell] = [
            .text(row.subject.code), .text(row.consignor), .text(row.to), state(story), .text(by(row)),
            .text(status?.place.map { PlaceText.name($0, places, language) }),
            .time(status.map { PlaceText.local($0.time, at: $0.place, places, utc: utc) }), silence(row),
            .text(boxes.isEmpty ? unknown(story) : boxes + inferred(story.containerProbability)),
        ]
        let lastMile = row.lastMile.map(\.code).joined(separator: ", ")
        if isData {
            cells += [.text(story.ride?.train.code), .text(story.ride.map { $0.isConfirmed ? "yes" : "no" })]
        } else {
            cells.append(
                .text(
                    story.ride.map { ride in
                        ride.train.code + inferred(ride.probability) + (ride.isConfirmed ? "" : " planned")
                    }))
        }
        cells.append(.text(lastMile.isEmpty ? nil : lastMile))
        guard isData else { return cells }
        return cells + [
            .text(story.conflicts.map(\.rawValue).joined(separator: ", ")), probability(story.containerProbability),
            probability(story.ride?.probability),
            .text(story.candidates.isEmpty ? nil : BeliefText.list(story.candidates)),
        ]
    }

    /// A spreadsheet has a column of its own for it.
    private func inferred(_ probability: Double?) -> String {
        guard let probability, !isData else { return "" }
        return " inferred " + Belief.text(probability)
    }

    /// In front of a screen the likeliest is named, and that it is not known.
    private func unknown(_ story: Story) -> String? {
        guard !isData, let best = story.candidates.first(where: { $0.parent.kind == .container }) else { return nil }
        return "unknown, may be " + BeliefText.list([best])
    }

    private func probability(_ probability: Double?) -> TableCell {
        probability.map { .decimal(Belief.rounded($0), digits: 2) } ?? .none
    }

    /// A parcel that is in one of a whole train's containers has no cell for them all.
    private func boxes(of story: Story) -> String {
        let codes = story.containers.map(\.code)
        return codes.count > 3 && !isData ? "one of \(codes.count)" : codes.joined(separator: " or ")
    }

    private func state(_ story: Story) -> TableCell {
        guard let status = story.status else {
            guard let ride = story.ride, !ride.isConfirmed else { return .text("nothing happened yet") }
            return .text("expected on \(ride.train.code)")
        }
        var text = status.milestone.name(language)
        if let side = status.side { text += " (\(side))" }
        if !story.conflicts.isEmpty && !isData { text += " !" }
        return .styled(text, story.conflicts.isEmpty ? .plain : .warning)
    }

    /// Who said so: the subject's own news, or that of what carries it.
    private func by(_ row: WorklistRow) -> String? {
        guard let status = row.story.status else { return nil }
        return status.inherited ? status.subject.kind.rawValue : "own"
    }

    private func silence(_ row: WorklistRow) -> TableCell {
        guard let silence = row.story.silence(at: now, firstTold: row.firstTold) else { return .none }
        guard isData else { return .text(Age.text(silence)) }
        return .decimal(Double(silence.wholeMilliseconds) / 86_400_000, digits: 1)
    }
}
