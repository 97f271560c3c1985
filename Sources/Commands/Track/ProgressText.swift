import Terminal
import Tracking

/// Says where containers are: counts, the largest group first.
struct ProgressText {
    let track: TrackText

    func parts(_ progress: DepartureProgress) -> [String] {
        var parts = progress.groups.map { group in
            let place = group.place.map { " \(track.name($0))" } ?? ""
            let side = group.side.map { " (\($0))" } ?? ""
            return "\(group.count) \(group.milestone.name(track.language))\(place)\(side)"
        }
        if progress.noNews > 0 { parts.append("\(progress.noNews) no news") }
        return parts
    }
}
