/// A parcel and all that really happened to it.
public struct TrueParcel: Hashable, Sendable {
    /// The number its customer tracks: YunExpress, S10, or a plain number.
    public var number: String
    public var order: String
    /// ISO 3166 alpha-2 of the door it goes to.
    public var country: String
    public var weightGrams: Int
    public var pieces: Int
    /// In hundredths of the currency.
    public var valueCents: Int
    /// ISO 4217.
    public var currency: String
    /// China customs export list (清单编号).
    public var customsList: String
    /// The number of the last-mile carrier.
    public var lastMile: String
    /// Whether the last-mile number was already known when the manifest was made.
    public var isLabelledAtOrigin: Bool
    /// Its own events in the order of time; the container's are not repeated.
    public var events: [TrueEvent]
}
