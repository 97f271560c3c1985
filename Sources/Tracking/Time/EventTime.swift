/// When something took place, as it was told: the instant, the offset it was written in, where the zone comes from and
/// how exactly it is known.
public struct EventTime: Hashable, Sendable {
    /// With day precision the beginning of the local day.
    public var instant: Instant
    /// Minutes east of UTC that the time was written in, -840 to 840.
    public var offsetMinutes: Int
    public var basis: ZoneBasis
    public var precision: TimePrecision

    public init(
        _ instant: Instant, offsetMinutes: Int, basis: ZoneBasis = .reported,
        precision: TimePrecision = .second
    ) {
        self.instant = instant
        self.offsetMinutes = offsetMinutes
        self.basis = basis
        self.precision = precision
    }

    /// The last instant that the time may stand for: the end of the local day for a day, otherwise the instant.
    public var latest: Instant {
        precision == .day ? Instant(milliseconds: instant.milliseconds + 86_400_000 - 1) : instant
    }
}
