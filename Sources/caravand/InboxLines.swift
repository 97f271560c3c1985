import Intake
import Logging
import Terminal
import Tracking

/// Says in one line each what happens in the folders.
enum InboxLines {
    static func line(_ ending: InboxEnding) -> String {
        let file = SafeText.show("\(ending.folder)/\(ending.name)")
        let now = ending.movedTo.map { "; now in \(SafeText.show($0))" } ?? ""
        switch ending.outcome {
        case .taken(let result):
            let counts = result.accounting
            return "\(file): \(result.profile), \(counts.items) rows, \(counts.mapped) new, "
                + "\(counts.duplicate) known, \(counts.unmapped) unmapped, \(counts.rejected) rejected\(now)"
        case .rejected(let rejection):
            let place = rejection.object.map { "\(SafeText.show($0)): " } ?? ""
            return "\(file): rejected: \(place)\(SafeText.show(rejection.reason))\(now)"
        }
    }

    static func line(_ obstacle: InboxObstacle) -> String {
        "\(SafeText.show(obstacle.path)): \(SafeText.show(obstacle.reason)); try: \(SafeText.show(obstacle.remedy))"
    }

    /// Writes a notice into the daemon's log.
    static func log(_ notice: InboxNotice, _ log: Logger) {
        switch notice {
        case .ended(let ending) where ending.wantsAttention: log.warning("\(line(ending))")
        case .ended(let ending): log.notice("\(line(ending))")
        case .obstacle(let obstacle): log.warning("\(line(obstacle))")
        case .leftAlone(let folder, let entry):
            log.notice("\(SafeText.show(folder + "/" + entry.name)): left alone, it is a \(entry.kind.rawValue)")
        }
    }
}
