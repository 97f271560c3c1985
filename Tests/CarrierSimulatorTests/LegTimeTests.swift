import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct LegTimeTests {
    @Test(arguments: [
        (LegTime.urumqiToAlashankou, 13.8), (.chineseBorder, 32.1), (.dostykToMalaszewicze, 122.5),
        (.polishBorder, 38.4), (.malaszewiczeToHub, 53.5), (.importCustoms, 29.0), (.hubToDoor, 42.7),
    ])
    func takesOnAverageAsLongAsTheCorridorDoes(leg: LegTime, hours: Double) {
        var generator = SeededGenerator(seed: 11)
        let drawn = (0..<20_000).map { _ in leg.draw(&generator).inHours }
        #expect(abs(drawn.reduce(0, +) / 20_000 / hours - 1) < 0.03)
        #expect(drawn.allSatisfy { $0 >= leg.least })
    }
}
