import Tracking

/// Whether a last-mile number is worth asking about: labels are printed while the box is still in Urumqi, and until it
/// has come to where it is unloaded the last-mile carrier has nothing to tell.
struct LastMileGate {
    /// - Parameters:
    ///   - timeline: of the parcel whose last-mile number it is.
    ///   - now: for a box that nobody tells of, which can only be reckoned to have arrived.
    func isOpen(_ timeline: Timeline, now: Instant) -> Bool {
        guard let opening = timeline.lastMileOpensAt else { return false }
        // What a carrier says has happened is believed before our own clock, which may be slow.
        return opening <= now || timeline.entries.contains { $0.classifier == .actual && $0.time.instant >= opening }
    }
}
