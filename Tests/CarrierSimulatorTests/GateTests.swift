import Testing

@testable import CarrierSimulator

@Suite struct GateTests {
    @Test func admitsTheBurstAndThenTheRate() {
        var gate = Gate(RateLimit(perSecond: 2, burst: 3), at: .zero)
        let burst = (0..<4).map { _ in gate.rule(at: .zero) }
        #expect(burst == [.admitted, .admitted, .admitted, .refused(retryAfterSeconds: 1, isViolation: false)])
        #expect(gate.rule(at: .seconds(1)) == .admitted)
        #expect(gate.rule(at: .seconds(1)) == .admitted)
        #expect(gate.rule(at: .seconds(1)) == .refused(retryAfterSeconds: 1, isViolation: false))
    }

    @Test func countsWhoComesBeforeTheTimeItWasTold() {
        var gate = Gate(RateLimit(perSecond: 0.1), at: .zero)
        #expect(gate.rule(at: .zero) == .admitted)
        #expect(gate.rule(at: .seconds(1)) == .refused(retryAfterSeconds: 9, isViolation: false))
        #expect(gate.rule(at: .seconds(4)) == .refused(retryAfterSeconds: 6, isViolation: true))
        #expect(gate.rule(at: .seconds(10)) == .admitted)
    }
}
