import Linking
import Tracking

/// Small hand-made stretches of the corridor.
enum LinkScene {
    static let epoch: Int64 = 1_795_132_800

    static func time(_ hours: Double, _ precision: TimePrecision = .minute) -> EventTime {
        EventTime(Instant(seconds: epoch + Int64(hours * 3600)), offsetMinutes: 480, precision: precision)
    }

    static func box(_ number: Int) -> Subject { Subject(.container, .iso6346, "TBJU000000\(number)") }

    static func train(_ number: Int) -> Subject { Subject(.train, .train, "X800\(number)@2026-11-20") }

    /// Sealed at noon, on a train that leaves a day later, over the border half a day after that; one box a day.
    static func container(_ number: Int, train: Int? = nil, hub: String = "DUI") -> CandidateContainer {
        let day = Double(24 * (train ?? number))
        var result = CandidateContainer(box(number))
        result.train = Self.train(train ?? number)
        result.sealed = time(day + 12)
        result.departure = time(day + 36)
        result.crossings = [Sighting(.borderDeparted, at: "ALK", time(day + 50))]
        result.hub = hub
        result.country = "DE"
        result.declaredPieces = 100
        return result
    }

    /// Sorted four hours before the box of a number is sealed, with the scans of its train.
    static func parcel(_ name: String, in number: Int, bag: String? = nil, scans: Bool = true) -> OpenParcel {
        let day = Double(24 * number)
        var result = OpenParcel(Subject(.parcel, .number, name))
        result.bag = bag
        result.hub = "DUI"
        result.sightings = [Sighting(.sorted, at: "URH", time(day + 1))]
        if scans {
            result.sightings += [
                Sighting(.dispatched, at: "URH", time(day + 36.5)),
                Sighting(.borderDeparted, at: "ALK", time(day + 50.5)),
            ]
        }
        return result
    }

    static var week: [CandidateContainer] { (0..<6).map { container($0) } }

    /// Parameters whose probabilities are not bent, for tests of the evidence itself.
    static var plain: LinkingParameters {
        var parameters = LinkingParameters.learned
        parameters.calibration = LinkingCalibration()
        return parameters
    }

    static func infer(
        _ parcels: [OpenParcel], _ boxes: [CandidateContainer] = week, sharesEvidence: Bool = false
    ) -> Inference {
        LinkInference(parameters: plain, settings: LinkingSettings(sharesEvidence: sharesEvidence))
            .infer(parcels, among: boxes)
    }
}

extension Inference {
    func posterior(of name: String) -> Posterior? {
        posteriors.first { $0.members.contains { $0.code == name } }
    }
}
