import CarrierSimulator
import Foundation
import Linking
import Tracking

/// Time and memory of a train of 200,000 parcels, among the containers of eight other trains.
enum LinksLoad {
    private static let parcels = 200_000

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
    private static func input() -> (parcels: [OpenParcel], boxes: [CandidateContainer]) {
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
        resetPeak()
        let before = peakMegabytes()
        let start = processorSeconds(), clock = ContinuousClock.now
        let inference = LinkInference().infer(parcels, among: boxes)
        let links = inference.links.reduce(0) { count, _ in count + 1 }
        let spent = processorSeconds() - start, wall = (ContinuousClock.now - clock).seconds
        let peak = peakMegabytes()
        return Figure(
            what: "200 000 parcels of one train, \(name)", ours: "\(spent.fixed(2)) s, \(peak.fixed(0)) MB",
            baseline: "–", measured: "\(spent.fixed(2)) s", target: "≤ 10 s, 500 MB",
            isMet: spent <= 10 && peak <= 500,
            notes: [
                "\(boxes.count) candidate containers, \(links) links; processor time, \(wall.fixed(2)) s on the clock",
                "memory is the peak of the whole process; \(before.fixed(0)) MB of it were there before, mostly the input",
            ])
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Lets the kernel forget the greatest memory so far (proc(5), clear_refs).
    private static func resetPeak() {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
        file.write(Data("5".utf8))
        file.closeFile()
    }

    private static func peakMegabytes() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let kilobytes = line.flatMap { Double($0.split(separator: " ").dropLast().last ?? "") }
        return (kilobytes ?? 0) / 1000
    }
}
