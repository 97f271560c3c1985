import Store
import Tracking

/// The URIs of an export: of things, of places, of events.
struct EPCISNames {
    /// A web address of the writer's own; nil for the private URN.
    var base: String?

    /// What the keys of our own in a document begin with.
    var namespace: String { base.map { "\($0)/caravan/epcis/" } ?? "urn:caravan:epcis:" }

    func thing(_ subject: Subject) -> String { EPC.uri(of: subject, base: base) }

    /// A place by its coordinates (RFC 5870, as CBV 2.0 §8 allows), by the URI that came, or by a URI of our own.
    func place(_ reference: PlaceReference, _ place: Place?) -> String {
        if let latitude = place?.latitude, let longitude = place?.longitude { return "geo:\(latitude),\(longitude)" }
        if reference.text.hasPrefix("uri:") { return String(reference.text.dropFirst(4)) }
        return EPC.uri(ofPlace: reference.text, base: base)
    }

    /// The same for the same words: a UUID of version 8 (RFC 9562 §5.8) made of their SHA-256.
    func event(_ words: [String]) -> String {
        var bytes = Array(Fingerprint.sha256(Array(words.joined(separator: "\u{1F}").utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
