import Store
import Terminal
import Tracking

/// The containers of a departure as a table, for a spreadsheet.
struct TrainTable {
    let places: Places
    let language: Language
    let utc: Bool

    func table(_ answer: TrainAnswer) -> TextTable {
        var table = TextTable(
            [
                "train", "container", "aboard", "basis", "parcels", "milestone", "side", "place", "since", "left later",
                "inferred parcels", "possible parcels",
            ]
            .map { TableColumn($0) })
        for box in answer.boxes {
            table.append([
                .text(answer.train.code), .text(box.subject.code), .text(box.isConfirmed ? "yes" : "not confirmed"),
                .text(box.basis?.rawValue), .integer(box.parcels), .text(box.status?.milestone.rawValue),
                .text(box.status?.side), .text(box.status?.place.map { PlaceText.name($0, places, language) }),
                .time(box.status.map { PlaceText.local($0.time, at: $0.place, places, utc: utc) }),
                .time(box.leftLater.map { PlaceText.local($0.time, at: $0.place, places, utc: utc) }),
                .integer(box.inferred.believed), .integer(box.inferred.possible),
            ])
        }
        return table
    }
}
