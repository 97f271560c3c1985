import Foundation
import Tracking

/// The simulator's own doors, which no real carrier has: its clock and its log.
extension DCSACarrier {
    private struct ClockOrder: Decodable {
        /// RFC 3339.
        var set: String?
        var advanceSeconds: Double?
        var speed: Double?
    }

    /// The answer to a request to `/simulator/…`; nil for any other.
    func controlAnswer(_ request: CarrierRequest) -> CarrierAnswer? {
        switch (request.path, request.method) {
        case ("/simulator/clock", "GET"): clockAnswer
        case ("/simulator/clock", "POST"): setClock(request)
        case ("/simulator/log", "GET"): CarrierAnswer(200, log.json)
        case ("/simulator/log", "DELETE"): clearedLog()
        case ("/simulator/clock", _), ("/simulator/log", _):
            problem(request, 405, "methodNotAllowed", "The clock takes GET and POST, the log GET and DELETE.")
        default: nil
        }
    }

    private var clockAnswer: CarrierAnswer {
        CarrierAnswer(
            200,
            .object([
                ("now", .text(LocalTime(clock.now, offsetMinutes: 0).timestamp)),
                ("milliseconds", .number(Int(clock.now.milliseconds))), ("speed", .decimal(clock.speed)),
            ]))
    }

    private func setClock(_ request: CarrierRequest) -> CarrierAnswer {
        do {
            let order = try JSONDecoder().decode(ClockOrder.self, from: Data(request.body))
            if let speed = order.speed { clock.speed = speed }
            if let text = order.set { clock.set(try Instant(timestamp: text)) }
            if let seconds = order.advanceSeconds { clock.advance(by: .seconds(seconds)) }
            return clockAnswer
        } catch {
            return problem(request, 400, "invalidBody", "Give set (RFC 3339), advanceSeconds or speed.")
        }
    }

    private func clearedLog() -> CarrierAnswer {
        state.withLock { state in
            let current = state.log.current
            state.log = RequestLog()
            state.log.current = current
            return CarrierAnswer(200, state.log.json)
        }
    }
}
