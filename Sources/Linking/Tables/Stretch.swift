import Tracking

/// When something was, in hours since 1970: a moment, or the whole day where only the day is known.
struct Stretch: Hashable, Sendable {
    var start: Double
    /// 0 for a moment, 24 for a day.
    var width: Double

    var end: Double { start + width }
    var middle: Double { start + width / 2 }

    init(start: Double, width: Double) {
        self.start = start
        self.width = width
    }

    init(_ time: EventTime) {
        start = Double(time.instant.milliseconds) / 3_600_000
        width = time.precision == .day ? 24 : 0
    }
}
