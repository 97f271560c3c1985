import Store
import Terminal
import Tracking

/// Draws a departure for people.
struct TrainText {
    let track: TrackText

    func lines(_ answer: TrainAnswer) -> [String] {
        var lines = [track.palette.paint(SafeText.show(answer.train.code), .heading) + "  train"]
        lines += ([departure(answer), contents(answer)] + progress(answer)).map { "  " + $0 }
        if !answer.boxes.isEmpty { lines.append("") }
        lines += Columns.aligned(answer.boxes.map(box)).map { "  " + $0 }
        return lines
    }

    /// Where the containers are: counts, the largest group first.
    func progress(_ answer: TrainAnswer) -> [String] {
        guard answer.progress.total > 0 else { return ["no container is listed on it"] }
        let parts = ProgressText(track: track).parts(answer.progress)
        return ["containers: " + parts.joined(separator: ", ")]
    }

    private func departure(_ answer: TrainAnswer) -> String {
        guard let departure = answer.departure else { return "no departure is told" }
        let place = departure.place.map { " " + track.name($0) } ?? ""
        let when = track.shown(departure.time, at: departure.place)
        guard departure.classifier == .actual else {
            let word = answer.isConfirmed ? "confirmed by a paper made after it" : "not confirmed"
            return "\(departure.classifier.rawValue) departure\(place) \(when), \(word)"
        }
        let teller = departure.subject == answer.train ? "" : ", told by its containers"
        return "departed\(place) \(when)\(teller)"
    }

    private func contents(_ answer: TrainAnswer) -> String {
        let kinds: [SubjectKind] = [.consignment, .container, .bag, .parcel]
        let parts = kinds.compactMap { kind in
            answer.contents[kind].map { "\($0) \(kind.rawValue)\($0 == 1 ? "" : "s")" }
        }
        let confirmed = answer.boxes.count { $0.isConfirmed }
        let later = answer.boxes.count { $0.leftLater != nil }
        var aboard = answer.boxes.isEmpty ? "" : "; \(confirmed) of \(answer.boxes.count) containers confirmed aboard"
        if later > 0 { aboard += ", \(later) left later" }
        if answer.isConfirmed && answer.expected > 0 { aboard += ", \(answer.expected) expected" }
        let unknown = answer.parcelsWithoutContainer
        if unknown > 0 { aboard += "; of \(unknown) parcel\(unknown == 1 ? "" : "s") no paper says which container" }
        aboard += inferred(answer.inferred).map { "; besides them \($0)" } ?? ""
        return "listed: " + (parts.isEmpty ? "nothing" : parts.joined(separator: ", ")) + aboard
    }

    private func box(_ box: TrainAnswer.Box) -> [String] {
        let status = box.status.map { $0.milestone.name(track.language) } ?? "no news"
        return [
            SafeText.show(box.subject.code), boarding(box),
            "\(box.parcels) parcel\(box.parcels == 1 ? "" : "s")" + (inferred(box.inferred).map { " and \($0)" } ?? ""),
            status,
            box.status?.place.map { track.name($0) } ?? "",
            box.status.map { track.shown($0.time, at: $0.place) } ?? "",
        ]
    }

    /// `3 inferred, 12 possible`; never counted among what is listed.
    private func inferred(_ contents: InferredContents) -> String? {
        guard !contents.isEmpty else { return nil }
        let possible = contents.possible > 0 ? ", \(contents.possible) possible" : ""
        return "\(contents.believed) inferred" + possible
    }

    private func boarding(_ box: TrainAnswer.Box) -> String {
        if box.isConfirmed { return "aboard" }
        guard let left = box.leftLater else { return "listed, not confirmed" }
        return "not aboard, left \(track.shown(left.time, at: left.place))"
    }
}
