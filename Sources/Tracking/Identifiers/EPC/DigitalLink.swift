internal import Foundation

/// Web addresses with a GS1 key in their path (GS1 Digital Link URI Syntax 1.2), of whatever domain.
enum DigitalLink {
    /// The canonical form, on GS1's own domain (§4.9).
    static func uri(_ identifier: String, _ value: String) -> String { "https://id.gs1.org/\(identifier)/\(value)" }

    /// Nil for an address without a key.
    static func meaning(_ uri: String) -> EPC.Meaning? {
        guard let path = path(of: uri) else { return nil }
        let segments = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        // The last key counts: a domain's own path may come before it.
        for index in segments.indices.dropLast().reversed() {
            let rest = segments[(index + 1)...]
            if let meaning = meaning(segments[index].lowercased(), Array(rest)) { return meaning }
        }
        return nil
    }

    private static func meaning(_ identifier: String, _ values: [String]) -> EPC.Meaning? {
        switch identifier {
        case "00", "sscc":
            guard values[0].utf8.count == 18, let reading = SSCC.read(values[0]) else { return nil }
            return .subject(reading)
        case "414", "417", "gln", "party":
            return NumberText.digits(values[0].utf8[...], 13...13).map { _ in
                .notOneThing("this names a place or a party")
            }
        case "8017", "8018":
            return NumberText.digits(values[0].utf8[...], 18...18)
                .map { _ in .notOneThing("this names somebody who is served or serves") }
        case "01", "gtin": return item(values)
        default:
            guard let key = GS1Key(rawValue: identifier) else { return nil }
            return key.reading(values[0], serial: nil).map { .subject($0) }
        }
    }

    private static func item(_ values: [String]) -> EPC.Meaning? {
        guard NumberText.digits(values[0].utf8[...], 8...14) != nil else { return nil }
        let serial = values.indices.dropFirst().first { ["21", "ser"].contains(values[$0]) && $0 + 1 < values.count }
        guard let serial else { return .notOneThing("this names a kind or a batch of things") }
        return GS1Key.item.reading(values[0], serial: values[serial + 1]).map { .subject($0) }
    }

    private static func path(of uri: String) -> Substring? {
        let lowered = uri.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"),
            let host = uri.range(of: "://")?.upperBound, let slash = uri[host...].firstIndex(of: "/")
        else { return nil }
        return uri[slash...].prefix { $0 != "?" && $0 != "#" }
    }
}
