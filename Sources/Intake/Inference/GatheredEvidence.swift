import Linking
import Store
import Tracking

/// What the store knows of open parcels and of the containers they may be in, as ``LinkInference`` reads it.
struct GatheredEvidence {
    var parcels: [OpenParcel] = []
    var containers: [CandidateContainer] = []
    /// Parcels, and the bags they are told to be in, each once.
    var children: [Subject] = []
    /// What a child is not in, as a person says.
    var denied: [Subject: Set<Subject>] = [:]
    /// By container and train, the departure that a link to it would be about.
    var departures: [Subject: Instant] = [:]
    /// Parcels that nothing was heard of within the window.
    var tooOld: [Int64] = []

    init(_ session: ReadSession, _ places: Places, now: Instant) throws {
        let since = now.advanced(by: .zero - InferenceRound.window)
        let reader = EvidenceReader(places: places)
        var seen: Set<Subject> = []
        try session.forEachOpenParcel { unplaced in
            guard reader.isRecent(unplaced, since: since) else {
                tooOld.append(unplaced.stored.id)
                return
            }
            let parcel = reader.parcel(unplaced)
            parcels.append(parcel)
            if !unplaced.denied.isEmpty { denied[parcel.subject] = unplaced.denied }
            for child in [parcel.subject, parcel.bagSubject].compactMap(\.self) where seen.insert(child).inserted {
                children.append(child)
            }
        }
        guard !parcels.isEmpty else { return }
        try session.forEachContainer(since: since) { known in
            let dossier = try session.dossier(of: known.stored)
            let container = reader.container(known, Timeline(dossier) { places.place(for: $0) })
            containers.append(container)
            guard let left = container.departure?.instant else { return }
            departures[container.subject] = left
            if let train = container.train { departures[train] = min(left, departures[train] ?? left) }
        }
    }
}
