import Store
import Terminal
import Tracking

/// Lays out departures: one line for each train, and never one dot for where it is.
struct TrainsTable {
    let places: Places
    let language: Language
    let utc: Bool
    let now: Instant
    let isData: Bool

    var columns: [TableColumn] {
        ["train", "left", "departure", "to", "consignments", "containers", "aboard", "parcels", "last news", "where"]
            .map { TableColumn($0) }
            + (isData ? [TableColumn("inferred parcels"), TableColumn("possible parcels")] : [])
    }

    func cells(_ item: TrainRoll.Item) -> [TableCell] {
        let answer = item.answer
        let to = item.destinations.map { PlaceText.name(PlaceReference(text: $0), places, language) }
        return [
            .text(answer.train.code),
            .time(answer.departure.map { PlaceText.local($0.time, at: $0.place, places, utc: utc) }),
            .text(state(answer)), .text(to.isEmpty ? nil : to.joined(separator: ", ")),
            .integer(answer.contents[.consignment] ?? 0), .integer(answer.boxes.count),
            .integer(answer.boxes.count { $0.isConfirmed }), parcels(answer), news(item),
            .text(spread(answer.progress)),
        ] + (isData ? [.integer(answer.inferred.believed), .integer(answer.inferred.possible)] : [])
    }

    /// Planned and confirmed are told apart: a plan is not a departure.
    private func state(_ answer: TrainAnswer) -> String {
        guard let departure = answer.departure else { return "not told" }
        return answer.isConfirmed ? "confirmed" : departure.classifier.rawValue
    }

    /// In front of a screen what is inferred stands beside what is listed, and is no part of it.
    private func parcels(_ answer: TrainAnswer) -> TableCell {
        let listed = answer.contents[.parcel] ?? 0
        guard !isData, answer.inferred.believed > 0 else { return .integer(listed) }
        return .text("\(listed) and \(answer.inferred.believed) inferred")
    }

    private func news(_ item: TrainRoll.Item) -> TableCell {
        guard let last = item.lastNews else { return .none }
        guard !isData else { return .time(PlaceText.local(last.time, at: last.place, places, utc: utc)) }
        return .text(Age.text(now.since(last.time.instant)) + " ago")
    }

    private func spread(_ progress: DepartureProgress) -> String {
        guard progress.total > 0 else { return "no container is listed on it" }
        var parts = progress.groups.map { group in
            let place = group.place.map { " " + PlaceText.name($0, places, language) } ?? ""
            let side = group.side.map { " (\($0))" } ?? ""
            return "\(group.count) \(group.milestone.name(language))\(place)\(side)"
        }
        if progress.noNews > 0 { parts.append("\(progress.noNews) no news") }
        return parts.joined(separator: ", ")
    }
}
