import Terminal
import Tracking

/// Says where the containers of a consignment are, for what no paper puts in one of them.
struct SplitText {
    let track: TrackText

    /// Containers that are named before the rest is only counted.
    private static let named = 12

    func lines(_ split: Split) -> [String] {
        let code = SafeText.show(split.consignment.code)
        guard split.positions.count > 1 else {
            return split.positions.map { "in \(SafeText.show($0.container.code)), the only container of \(code)" }
        }
        let spread = ProgressText(track: track).parts(split.progress).joined(separator: ", ")
        let head = "in one of \(split.positions.count) containers of \(code), no paper says which: \(spread)"
        guard split.progress.groups.count + split.progress.noNews > 1 else { return [head] }
        let rows = split.positions.prefix(Self.named).map(row)
        let more = split.positions.count - rows.count
        return [head] + Columns.aligned(rows).map { "  " + $0 } + (more > 0 ? ["  and \(more) more"] : [])
    }

    private func row(_ position: Split.Position) -> [String] {
        var milestone = position.milestone?.name(track.language) ?? "no news"
        if let train = position.expected { milestone += ", expected on \(SafeText.show(train.code)), not confirmed" }
        let side = position.side.map { " (\($0))" } ?? ""
        return [
            SafeText.show(position.container.code), milestone,
            (position.place.map(track.name) ?? "") + side,
            position.time.map { track.shown($0, at: position.place) } ?? "",
        ]
    }
}
