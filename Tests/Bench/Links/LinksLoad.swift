import CarrierSimulator
import Foundation
import Linking
import Tracking

/// Time and memory of a train of 200,000 parcels, among the containers of eight other trains.
enum LinksLoad {
    static let parcels = 200_000

    static func figures() -> [Figure] {
        let (parcels, boxes) = input()
        let bagged = figure("in bags of 40", parcels, boxes)
        let alone = parcels.map { parcel in
            var parcel = parcel
            parcel.bag = nil
            return parcel
        }
        return [bagged, figure("without bags", alone, boxes)]
    }

    /// The worlds themselves are gone when it returns.
    static func input() -> (parcels: [OpenParcel], boxes: [CandidateContainer]) {
        let world = LinkCase(World(seed: 9, parameters: .bigTrain(parcels: parcels)), SightingParameters())
        var many = WorldParameters()
        many.trains = 9
        many.containersPerTrain = 50...50
        many.parcelsPerContainer = 1...1
        let others = LinkCase(World(seed: 10, parameters: many), SightingParameters())
        return (world.parcels, world.containers + others.containers)
    }

    private static func figure(
        _ name: String, _ parcels: [OpenParcel], _ boxes: [CandidateContainer]
    ) -> Figure {
        let (links, meter) = LoadMeter.measure { () -> Int in
            var links = 0
            _ = LinkInference().infer(parcels, among: boxes, each: { links += $0.links.count })
            return links
        }
        return figure(
            "200 000 parcels of one train, \(name)", meter, "\(boxes.count) candidate containers, \(links) links")
    }

    /// The bound of a train of 200,000 parcels, and what was spent.
    static func figure(_ what: String, _ meter: LoadMeter, _ note: String) -> Figure {
        let spent = meter.processorSeconds
        return Figure(
            what: what, ours: "\(spent.fixed(2)) s, \(meter.peak.fixed(0)) MB",
            baseline: "–", measured: "\(spent.fixed(2)) s", target: "≤ 10 s, 500 MB",
            isMet: spent <= 10 && meter.peak <= 500,
            notes: [
                "\(note); processor time, \(meter.wallSeconds.fixed(2)) s on the clock",
                "memory is the peak of the whole process; \(meter.before.fixed(0)) MB of it were there before",
            ])
    }
}
