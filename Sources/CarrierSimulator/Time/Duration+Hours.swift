import Tracking

extension Duration {
    /// A length in hours, cut to whole minutes, because stations write minutes.
    static func hours(_ hours: Double) -> Duration {
        .seconds(Int64(hours * 60) * 60)
    }

    var inHours: Double {
        Double(wholeMilliseconds) / 3_600_000
    }

    static func * (length: Duration, share: Double) -> Duration {
        .hours(length.inHours * share)
    }
}

extension Duration {
    var wholeMicroseconds: Int64 {
        components.seconds &* 1_000_000 &+ components.attoseconds / 1_000_000_000_000
    }
}
