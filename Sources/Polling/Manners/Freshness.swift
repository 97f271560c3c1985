import Foundation
import HTTPFetch
import Tracking

/// Reads for how long an answer holds by its own word (RFC 9111, sections 4.2 and 5.3).
enum Freshness {
    /// No number is left unasked longer than this on the word of one header.
    static let longest: Duration = .hours(24)

    /// Until when nobody need ask again, or nil where the answer says nothing that makes sense, or is old already.
    ///
    /// `max-age` outranks `Expires`; `no-cache` and `no-store` outrank both.
    static func until(_ headers: HTTPHeaders, now: Instant) -> Instant? {
        let directives = directives(of: headers)
        guard !directives.contains(where: { $0.name == "no-cache" || $0.name == "no-store" }) else { return nil }
        guard let lifetime = lifetime(headers, directives, now: now) else { return nil }
        let age = headers["Age"].flatMap(seconds) ?? .zero
        guard lifetime > age else { return nil }
        return now.advanced(by: min(lifetime - age, longest))
    }

    private static func lifetime(_ headers: HTTPHeaders, _ directives: [(name: String, value: String)], now: Instant)
        -> Duration?
    {
        // Said twice, the first counts.
        if let maximum = directives.first(where: { $0.name == "max-age" }) { return seconds(maximum.value) }
        guard let expires = headers["Expires"].flatMap(HTTPDate.read) else { return nil }
        return expires.since(headers["Date"].flatMap(HTTPDate.read) ?? now)
    }

    private static func directives(of headers: HTTPHeaders) -> [(name: String, value: String)] {
        headers.fields.filter { $0.name.lowercased() == "cache-control" }
            .flatMap { $0.value.split(separator: ",") }
            .map { directive in
                let parts = directive.split(separator: "=", maxSplits: 1).map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
                }
                return (parts.first?.lowercased() ?? "", parts.count == 2 ? parts[1] : "")
            }
    }

    /// Whole seconds; more than we would wait anyway are not told apart.
    private static func seconds(_ text: String) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return .seconds(min(Int64(text) ?? .max, 1 << 31))
    }
}
