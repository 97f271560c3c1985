import Tracking

/// What a re-used box does for others: an earlier trip to China, or a new load after it was emptied.
struct OtherUse {
    var generator: SeededGenerator

    /// Laden from Duisburg to Urumqi, empty there before the trip of ours begins.
    func eastbound(before start: Instant) -> [TrueEvent] {
        var generator = generator
        let stops: [(Milestone, Station, Load, hoursBefore: ClosedRange<Double>)] = [
            (.stuffed, .duisburg, .laden, 620...660), (.gatedIn, .duisburg, .laden, 580...600),
            (.departed, .duisburg, .laden, 540...560), (.borderArrived, .malaszewicze, .laden, 480...500),
            (.borderDeparted, .brest, .laden, 420...440), (.borderArrived, .dostyk, .laden, 270...300),
            (.borderDeparted, .alashankou, .laden, 220...240), (.arrived, .urumqi, .laden, 190...200),
            (.stripped, .urumqi, .laden, 120...150), (.gatedIn, .urumqi, .empty, 40...100),
        ]
        return stops.map { milestone, station, load, hours in
            let at = start.advanced(by: .hours(-generator.real(in: hours)))
            return TrueEvent(milestone, at, station, load: load)
        }
    }

    /// Stuffed again where it was returned empty, and sent east under another consignment.
    func reloaded(after end: TrueEvent) -> [TrueEvent] {
        guard let home = end.station else { return [] }
        var generator = generator
        let stops: [(Milestone, Load, hoursAfter: ClosedRange<Double>)] = [
            (.gatedOut, .empty, 60...90), (.stuffed, .laden, 100...120), (.gatedIn, .laden, 130...150),
            (.loaded, .laden, 160...170), (.departed, .laden, 175...190),
        ]
        return stops.map { milestone, load, hours in
            TrueEvent(milestone, end.at.advanced(by: .hours(generator.real(in: hours))), home, load: load)
        }
    }
}
