/// Which of a timeline's lines decides its status.
struct StatusRule {
    /// Boxes, wagons and trains are used again: no end binds them.
    let holdsEnds: Bool

    init(for kind: SubjectKind) {
        holdsEnds =
            switch kind {
            case .parcel, .bag, .consignment, .declaration: true
            case .container, .wagon, .vehicle, .train: false
            }
    }

    /// The index of the deciding line.
    func deciding(_ lines: [Line], where counts: (Line) -> Bool = { _ in true }) -> Int? {
        var current: Int?
        for (index, line) in lines.enumerated()
        where line.decides && line.shown && line.read.isActual && counts(line) {
            if displaces(line, current.map { lines[$0] }) { current = index }
        }
        return current
    }

    private func displaces(_ line: Line, _ current: Line?) -> Bool {
        guard let current else { return true }
        let milestone = current.standing
        if holdsEnds && milestone.isEnd {
            return line.standing == milestone && !line.isInherited
                || line.standing.canFollow(milestone, inherited: line.isInherited)
        }
        return switch line.standing {
        case .announced: milestone == .announced
        case .accepted:
            milestone == .announced || milestone == .accepted || (!line.isLaterLeg && milestone.isExportPaper)
        case .position: milestone.yieldsToPosition
        default: true
        }
    }
}
