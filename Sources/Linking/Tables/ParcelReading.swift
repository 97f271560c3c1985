import Tracking

/// An open parcel as numbers.
struct ParcelReading: Sendable {
    /// When it was last sorted or packed at the origin.
    var origin: Stretch?
    var departure: Stretch?
    /// Its first border scan.
    var border: Crossing?
    /// Its first scan behind the rails: stripped, presented, handed over or later.
    var end: Stretch?
    var hub: Int
    var country: Int
    var service: Int
    var pieces: Int
    var grams: Int

    init(_ parcel: OpenParcel, codes: inout CodeTable) {
        hub = codes.number(parcel.hub)
        country = codes.number(parcel.country)
        service = codes.number(parcel.service)
        pieces = max(1, parcel.pieces ?? 1)
        grams = max(0, parcel.weightGrams ?? 0)
        for sighting in parcel.sightings {
            let at = Stretch(sighting.time)
            switch sighting.milestone {
            case .sorted, .packed:
                if origin.map({ $0.start < at.start }) ?? true { origin = at }
            case .dispatched, .departed:
                if departure.map({ at.start < $0.start }) ?? true { departure = at }
            case .borderArrived, .borderDeparted, .gaugeChanged:
                guard border.map({ at.start < $0.at.start }) ?? true else { continue }
                border = .init(milestone: sighting.milestone, place: codes.number(sighting.place), at: at)
            case .stripped, .presented, .handedOver, .relabelled, .outForDelivery, .delivered:
                if end.map({ at.start < $0.start }) ?? true { end = at }
            default: continue
            }
        }
    }

    /// Any time it was seen at, the earliest of a journey first.
    var anchor: Double? { origin?.start ?? departure?.start ?? border?.at.start ?? end?.start }
}
