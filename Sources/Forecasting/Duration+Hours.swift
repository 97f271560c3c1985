extension Duration {
    /// The duration in hours.
    public var hours: Double {
        Double(components.seconds) / 3600 + Double(components.attoseconds) * 1e-18 / 3600
    }

    /// A duration of so many hours, to the millisecond.
    public static func hours(_ count: Double) -> Duration {
        .milliseconds(Int64((count * 3_600_000).rounded()))
    }
}
