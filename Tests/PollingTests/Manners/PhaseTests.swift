import Testing
import Tracking

@testable import Polling

struct PhaseTests {
    private static func parcel(_ index: Int) -> Subject { Subject(.parcel, .number, "LB\(100_000_000 + index)CN") }

    /// These are written down: another process, another computer and another version reckon the same.
    @Test(arguments: [
        ("line-a", Subject(.container, .iso6346, "MRKU9465770"), 0.622465694991675),
        ("line-b", Subject(.container, .iso6346, "MRKU9465770"), 0.9701835231014038),
        ("line-a", Subject(.parcel, .number, "P1", issuer: "x"), 0.2016710146796622),
    ])
    func thePlaceOfANumberIsTheSameEverywhere(carrier: String, number: Subject, phase: Double) {
        #expect(Phase.of(carrier: carrier, number: number) == phase)
    }

    @Test func numbersThatFollowEachOtherAreSpreadEvenly() {
        var tenths = Array(repeating: 0, count: 10)
        for index in 0..<10_000 {
            let phase = Phase.of(carrier: "line-a", number: Self.parcel(index))
            #expect((0..<1).contains(phase))
            tenths[Int(phase * 10)] += 1
        }
        #expect(tenths.allSatisfy { (850...1150).contains($0) }, "\(tenths)")
    }

    @Test func neighboursAreNoNeighbours() {
        let phases = (0..<1_000).map { Phase.of(carrier: "line-a", number: Self.parcel($0)) }
        let near = zip(phases, phases.dropFirst()).count { abs($0 - $1) < 0.01 }
        #expect(near < 50)
    }

    @Test func anotherCarrierHasAnotherOrder() {
        let same = (0..<1_000).count { index in
            let places = ["line-a", "line-b"].map { Phase.of(carrier: $0, number: Self.parcel(index)) }
            return abs(places[0] - places[1]) < 0.01
        }
        #expect(same < 50)
    }

    @Test func aWindowIsFilledAndNeverLeft() {
        let places = (0..<1_000).map { Phase.of(carrier: "line-a", number: Self.parcel($0), within: .minutes(30)) }
        #expect(places.allSatisfy { (.zero..<Duration.minutes(30)).contains($0) })
        #expect(places.contains { $0 < .minutes(1) } && places.contains { $0 > .minutes(29) })
    }
}
