/// A node of the corridor.
public struct Place: Hashable, Sendable, Identifiable {
    /// Our own short code, for instance `ALK`.
    public var code: String
    /// UN/LOCODE, where there is one.
    public var unlocode: String?
    public var nameEN: String
    public var nameZH: String
    public var nameRU: String
    /// ISO 3166 alpha-2.
    public var country: String
    /// IANA name of the zone its clocks show.
    public var zone: String
    /// Track gauge in millimetres on the side towards Urumqi; nil at a port without rail on that side.
    public var gaugeIn: Int?
    /// Track gauge in millimetres on the side towards Europe.
    public var gaugeOut: Int?
    /// Whether trains cross, or wait to cross, a border here.
    public var isBorder: Bool
    /// Approximate kilometres from Urumqi, where known.
    public var kilometres: Int?
    /// Degrees north and east, where known.
    public var latitude: Double?
    public var longitude: Double?

    public var id: String { code }

    /// Whether containers change between gauges here.
    public var breaksGauge: Bool { gaugeIn != nil && gaugeOut != nil && gaugeIn != gaugeOut }
}
