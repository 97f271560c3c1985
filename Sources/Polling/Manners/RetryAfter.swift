import Foundation
import Tracking

/// Reads a `Retry-After` header: seconds or an HTTP date (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// No carrier is left alone longer than this on the word of one header.
    static let longest: Duration = .hours(24)

    /// When the carrier may be asked again, by the latest of several headers, or nil when none makes sense.
    static func read(_ values: [String], now: Instant) -> Instant? {
        values.compactMap { read($0, now: now) }.max()
    }

    /// When the carrier may be asked again, or nil when the header makes no sense.
    static func read(_ value: String, now: Instant) -> Instant? {
        let text = value.trimmingCharacters(in: .whitespaces)
        guard let wait = seconds(text) ?? HTTPDate.read(text).map({ $0.since(now) }), wait >= .zero else { return nil }
        return now.advanced(by: min(wait, longest))
    }

    private static func seconds(_ text: String) -> Duration? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        // More digits than fit are longer than we would wait anyway.
        return Int64(text).map { .seconds(min($0, 1 << 32)) } ?? longest
    }
}
