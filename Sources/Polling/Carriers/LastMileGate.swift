import Tracking

/// Whether a last-mile number is worth asking about: labels are printed while the box is still in Urumqi, and until it
/// has come to where it is unloaded the last-mile carrier has nothing to tell.
struct LastMileGate {
    let places: Places

    /// - Parameter timeline: of the parcel whose last-mile number it is.
    func isOpen(_ timeline: Timeline) -> Bool {
        // Nobody told of a container: the number is all there is to ask about.
        guard timeline.links.contains(where: { $0.link.parent.kind == .container && $0.outrankedBy == nil }) else {
            return true
        }
        let goals = goals(of: timeline)
        return timeline.entries.contains { opens($0, goals) }
    }

    private struct Goals {
        var places: Set<String> = []
        var countries: Set<String> = []
    }

    /// Where the parcel and its carriers are to be unloaded, where that is told.
    private func goals(of timeline: Timeline) -> Goals {
        var goals = Goals()
        for fact in timeline.facts {
            switch fact.name {
            case "unload", "destination":
                let told = places.resolve(scheme: nil, value: fact.value, country: nil)
                guard let place = places.place(for: told) else { break }
                goals.places.insert(place.code)
                goals.countries.insert(place.country)
            case "country": goals.countries.insert(fact.value.uppercased())
            default: break
            }
        }
        return goals
    }

    private func opens(_ entry: TimelineEntry, _ goals: Goals) -> Bool {
        guard entry.classifier == .actual else { return false }
        switch entry.milestone {
        case .arrived, .discharged, .gatedOut, .stripped, .handedOver, .importCleared, .presented, .transitClosed:
            break
        case .delivered, .outForDelivery, .deliveryFailed, .readyForPickup: return true
        default: return false
        }
        if let place = entry.place.flatMap({ places.place(for: $0) }), goals.places.contains(place.code) { return true }
        guard let country = entry.country else { return entry.milestone == .stripped && entry.inherited }
        if goals.countries.isEmpty { return country != "CN" && entry.milestone != .arrived }
        return goals.countries.contains(country)
    }
}
