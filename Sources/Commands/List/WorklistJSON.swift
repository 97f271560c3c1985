import Store
import Terminal
import Tracking

/// Writes a row of `list --json`; fields are never left out, only null.
struct WorklistJSON {
    let track: TrackJSON
    let now: Instant

    func value(_ row: WorklistRow) -> JSONValue {
        let (story, status) = (row.story, row.story.status)
        let silence = story.silence(at: now, firstTold: row.firstTold).map { Int($0.wholeMilliseconds / 1000) }
        return [
            "code": .string(row.subject.code), "kind": .string(row.subject.kind.rawValue),
            "scheme": .string(row.subject.scheme.rawValue), "consignor": .string(row.consignor),
            "to": .string(row.to), "milestone": .string(status?.milestone.rawValue),
            "at": .string(status?.time.iso8601), "precision": .string(status?.time.precision.rawValue),
            "place": track.place(status?.place), "side": .string(status?.side), "inherited": .bool(status?.inherited),
            "subject": .string(row.decidedBy?.description), "basis": .string(status?.basis?.rawValue),
            "probability": .double((status?.probability).map(Belief.rounded)),
            "ended": .bool(story.hasEnded), "silentSeconds": .int(silence),
            "lastNews": .string(story.lastNews?.iso8601UTC),
            "containers": .array(story.containers.map { .string($0.code) }),
            "containerProbability": .double(story.containerProbability.map(Belief.rounded)),
            "train": .string(story.ride?.train.code), "trainConfirmed": .bool(story.ride?.isConfirmed),
            "trainProbability": .double((story.ride?.probability).map(Belief.rounded)),
            "candidates": .array(story.candidates.map(candidate)),
            "lastMile": .array(row.lastMile.map { .string($0.code) }),
            "conflicts": .array(story.conflicts.map { .string($0.rawValue) }),
        ]
    }

    /// Without its evidence, which those who travel alike need not share.
    private func candidate(_ candidate: Candidate) -> JSONValue {
        [
            "parent": .string(candidate.parent.description), "kind": .string(candidate.parent.kind.rawValue),
            "probability": .double(Belief.rounded(candidate.probability)),
        ]
    }
}
