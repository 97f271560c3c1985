import Terminal
import Tracking

/// Says what was left behind on the way, and when it went on.
struct InterruptionText {
    let track: TrackText

    func line(_ interruption: Interruption) -> String {
        let begin = interruption.begin
        var line = begin.milestone.name(track.language)
        if let train = interruption.train { line += " from \(SafeText.show(train.code))" }
        if let place = begin.place { line += " at \(track.name(place))" }
        line += " \(track.shown(begin.time, at: begin.place))"
        guard let end = interruption.end else { return line + ", not taken up again yet" }
        let days = end.time.instant.since(begin.time.instant)
        line += "; \(end.milestone.name(track.language)) \(track.shown(end.time, at: end.place))"
        if let train = interruption.nextTrain { line += " on \(SafeText.show(train.code))" }
        return line + ", \(Age.text(days)) later"
    }
}
