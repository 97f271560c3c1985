import Store
import Terminal
import Tracking

/// Writes a departure of `trains --json`; fields are never left out, only null.
struct TrainsJSON {
    let train: TrainJSON

    func value(_ item: TrainRoll.Item) -> JSONValue {
        let answer = item.answer
        return [
            "train": .string(answer.train.code), "departure": train.departure(answer.departure),
            "confirmed": .bool(answer.isConfirmed),
            "destinations": .array(item.destinations.map { train.track.place(PlaceReference(text: $0)) }),
            "consignments": .int(answer.contents[.consignment] ?? 0), "containers": .int(answer.boxes.count),
            "aboard": .int(answer.boxes.count { $0.isConfirmed }),
            "expected": .int(answer.expected), "parcelsWithoutContainer": .int(answer.parcelsWithoutContainer),
            "leftLater": .int(answer.boxes.count { $0.leftLater != nil }),
            "bags": .int(answer.contents[.bag] ?? 0), "parcels": .int(answer.contents[.parcel] ?? 0),
            "inferredParcels": .int(answer.inferred.believed), "possibleParcels": .int(answer.inferred.possible),
            "progress": train.track.progress(answer.progress), "noNews": .int(answer.progress.noNews),
            "lastNews": .string(item.lastNews?.time.iso8601),
        ]
    }
}
