import Tracking

/// A time of November 2026 in Urumqi; days beyond 30 run on into December.
func moment(_ day: Int, _ hour: Int = 12, _ minute: Int = 0) -> Instant {
    let beginning: Int64 = 1_793_491_200 - 8 * 3600
    return Instant(seconds: beginning + Int64(day - 1) * 86_400 + Int64(hour) * 3600 + Int64(minute) * 60)
}

/// The same as an event's time with a clock.
func clock(_ day: Int, _ hour: Int = 12, _ minute: Int = 0) -> EventTime {
    EventTime(moment(day, hour, minute), offsetMinutes: 480, precision: .minute)
}

/// The day alone, as hand-kept tables know it.
func wholeDay(_ day: Int) -> EventTime {
    EventTime(moment(day, 0), offsetMinutes: 480, basis: .place, precision: .day)
}
