import Foundation
import Linking
import Store
import Tracking

/// Reads what the store tells of a parcel or a container as evidence: codes of places, grams, the one train.
struct EvidenceReader {
    let places: Places

    /// Whether anything of a parcel was heard since then: an event that happened, or a paper that names it.
    func isRecent(_ parcel: UnplacedParcel, since: Instant) -> Bool {
        guard !parcel.events.isEmpty else { return true }
        return parcel.events.contains { $0.time.latest >= since }
    }

    func parcel(_ unplaced: UnplacedParcel) -> OpenParcel {
        var parcel = OpenParcel(unplaced.stored.subject)
        parcel.bagSubject = unplaced.bags.first
        parcel.bag = unplaced.bags.first?.code
        parcel.sightings = unplaced.events.filter { $0.classifier == .actual }.map(sighting)
        let hub = place(unplaced.facts["unload"] ?? unplaced.facts["destination"])
        parcel.hub = hub?.code
        parcel.country = unplaced.facts["country"]?.uppercased() ?? hub?.country
        parcel.service = unplaced.facts["service"]
        parcel.customsList =
            unplaced.facts["customs_list"] ?? unplaced.papers.first { $0.kind == .declaration }?.code
        parcel.bill = unplaced.papers.first { $0.kind == .consignment }?.code
        parcel.weightGrams = grams(unplaced.facts["weight_kg"])
        parcel.pieces = unplaced.facts["pieces"].flatMap(Int.init)
        parcel.consignor = unplaced.facts["consignor_ref"]
        return parcel
    }

    func container(_ known: KnownContainer, _ timeline: Timeline) -> CandidateContainer {
        var container = CandidateContainer(known.stored.subject)
        let journey = ContainerJourney(timeline)
        container.train = journey.train
        container.departure = journey.departure
        container.sealed = journey.sealed
        container.arrival = journey.arrival
        container.crossings = journey.crossings.map { Linking.Sighting($0.milestone, at: code($0.place), $0.time) }
        let hub = place(known.facts["unload"] ?? known.facts["destination"] ?? most(known.destinations))
        container.hub = hub?.code
        container.country = hub?.country ?? most(known.countries)?.uppercased()
        container.service = known.facts["service"] ?? most(known.services)
        container.customsLists = known.customsLists.union(codes(known.papers, .declaration))
        container.bills = codes(known.papers, .consignment)
        container.bags = known.bags
        container.declaredPieces = known.facts["pieces"].flatMap(Int.init)
        container.declaredGrams = grams(known.facts["weight_kg"])
        container.takenPieces = known.takenPieces
        container.takenGrams = Int((known.takenKilograms * 1000).rounded())
        container.neighbours = known.parcels.compactMap { contents, count in
            contents.bag.map { BagNeighbours(bag: $0, consignor: contents.consignor, parcels: count) }
        }
        return container
    }

    private func sighting(_ event: Event) -> Linking.Sighting {
        Linking.Sighting(event.milestone, at: code(event.place), event.time)
    }

    private func code(_ reference: PlaceReference?) -> String? {
        reference.flatMap { places.place(for: $0)?.code }
    }

    private func place(_ text: String?) -> Place? {
        text.flatMap { places.place(for: places.resolve(scheme: nil, value: $0, country: nil)) }
    }

    private func codes(_ papers: Set<Subject>, _ kind: SubjectKind) -> Set<String> {
        Set(papers.lazy.filter { $0.kind == kind }.map(\.code))
    }

    private func grams(_ kilograms: String?) -> Int? {
        kilograms.flatMap(Double.init).flatMap { Int(exactly: ($0 * 1000).rounded()) }
    }

    /// What most say; of equals the first by the alphabet, so that no order matters.
    private func most(_ counts: [String: Int]) -> String? {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
