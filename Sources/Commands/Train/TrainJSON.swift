import Store
import Terminal
import Tracking

/// Writes a departure for programs.
struct TrainJSON {
    let track: TrackJSON

    func value(_ answer: TrainAnswer) -> JSONValue {
        [
            "train": .string(answer.train.code), "departure": departure(answer.departure),
            "contents": .object(
                answer.contents.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    JSONMember($0.key.rawValue, .int($0.value))
                }),
            "confirmed": .bool(answer.isConfirmed), "aboard": .int(answer.boxes.count { $0.isConfirmed }),
            "expected": .int(answer.expected), "leftLater": .int(answer.boxes.count { $0.leftLater != nil }),
            "shares": [
                "declared": .int((answer.contents[.parcel] ?? 0) - answer.parcelsWithoutContainer),
                "unknown": .int(answer.parcelsWithoutContainer),
            ],
            "inferredParcels": .int(answer.inferred.believed), "possibleParcels": .int(answer.inferred.possible),
            "progress": track.progress(answer.progress),
            "noNews": .int(answer.progress.noNews),
            "containers": .array(answer.boxes.map(box)),
        ]
    }

    func departure(_ entry: TimelineEntry?) -> JSONValue {
        guard let entry else { return .null }
        return [
            "classifier": .string(entry.classifier.rawValue), "at": .string(entry.time.iso8601),
            "precision": .string(entry.time.precision.rawValue), "place": track.place(entry.place),
            "subject": .string(entry.subject.description),
        ]
    }

    private func box(_ box: TrainAnswer.Box) -> JSONValue {
        [
            "container": .string(box.subject.code), "confirmed": .bool(box.isConfirmed),
            "basis": .string(box.basis?.rawValue), "parcels": .int(box.parcels),
            "inferredParcels": .int(box.inferred.believed), "possibleParcels": .int(box.inferred.possible),
            "milestone": .string(box.status?.milestone.rawValue), "at": .string(box.status?.time.iso8601),
            "place": track.place(box.status?.place), "leftLater": .string(box.leftLater?.time.iso8601),
        ]
    }
}
