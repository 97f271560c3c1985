import Foundation
public import Tracking

extension Instant {
    /// Reads `2026-11-20T14:56:00+08:00` (RFC 3339); throws when the text is no such time.
    public init(timestamp text: String) throws {
        let date = try Date(text, strategy: .iso8601)
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}
