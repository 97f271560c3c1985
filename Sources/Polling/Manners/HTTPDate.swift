import Foundation
import Tracking

/// A date of HTTP in any of its three forms (RFC 9110, section 5.6.7).
enum HTTPDate {
    /// Nil for any other text.
    static func read(_ text: String) -> Instant? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        for format in ["EEE, dd MMM yyyy HH:mm:ss zzz", "EEEE, dd-MMM-yy HH:mm:ss zzz", "EEE MMM d HH:mm:ss yyyy"] {
            formatter.dateFormat = format
            if let date = formatter.date(from: text) {
                return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
            }
        }
        return nil
    }
}
