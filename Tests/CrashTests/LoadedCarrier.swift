import Foundation
import HTTPFetch
import TestSupport

/// A carrier that has news of every container each time it is asked, and never says the same twice.
final class LoadedCarrier: Sendable {
    let server: LoopbackServer

    init() throws {
        let counter = Counter()
        server = try LoopbackServer(answer: { request in
            let query = URLComponents(string: request.target)?.queryItems
            let box = query?.first { $0.name == "equipmentReference" }?.value ?? ""
            let events = (0..<3).map { _ in Self.event(counter.next(), box) }
            return .json("[" + events.joined(separator: ",") + "]")
        })
    }

    private static func event(_ number: Int, _ box: String) -> String {
        let digits = String(number)
        let id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        let minute = (number % 60 < 10 ? "0" : "") + String(number % 60)
        let hour = (number / 60 % 24 < 10 ? "0" : "") + String(number / 60 % 24)
        return """
            {"eventID": "\(id)", "eventCreatedDateTime": "2026-11-20T03:00:00Z", "eventType": "EQUIPMENT", \
            "eventClassifierCode": "ACT", "eventDateTime": "2026-11-20T\(hour):\(minute):00+08:00", \
            "equipmentEventTypeCode": "LOAD", "equipmentReference": "\(box)"}
            """
    }

    private final class Counter: @unchecked Sendable {
        // @unchecked: `count` is touched only while the lock is held.
        private let lock = NSLock()
        private var count = 0

        func next() -> Int {
            lock.withLock {
                count += 1
                return count
            }
        }
    }
}
