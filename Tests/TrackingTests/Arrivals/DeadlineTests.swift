import Testing
import Tracking

struct DeadlineTests {
    private func instant(_ text: String, zone: String) throws -> Instant {
        try TimeReader().read(text, zone: zone, place: nil, assumed: nil, reference: nil).instant
    }

    /// The deadline after an arrival, on the wall of the zone.
    private func next(
        _ deadline: Deadline, after arrival: String?, since: String = "2026-01-01 00:00",
        zone: String = "Asia/Shanghai"
    ) throws -> String? {
        let next = deadline.next(
            after: try arrival.map { try instant($0, zone: zone) }, since: try instant(since, zone: zone), zone: zone)
        return next.flatMap { EventTime($0, in: zone)?.iso8601 }
    }

    @Test(arguments: [
        // Before its deadline, at it, and late: all of one day stands for that day.
        ("2026-11-23 00:00", "2026-11-24T18:00:00+08:00"), ("2026-11-23 17:55", "2026-11-24T18:00:00+08:00"),
        ("2026-11-23 18:00", "2026-11-24T18:00:00+08:00"), ("2026-11-23 18:20", "2026-11-24T18:00:00+08:00"),
        ("2026-11-23 23:59", "2026-11-24T18:00:00+08:00"), ("2026-11-24 00:00", "2026-11-25T18:00:00+08:00"),
        ("2026-12-31 12:00", "2027-01-01T18:00:00+08:00"),
    ])
    func aDailyTableStandsForTheDayOnWhichItComes(arrival: String, expected: String) throws {
        #expect(try next(.daily(minute: 18 * 60), after: arrival) == expected)
    }

    @Test(arguments: [
        // 2026-11-23 is a Monday.
        ("2026-11-23 08:00", "2026-11-30T09:00:00+08:00"), ("2026-11-23 23:00", "2026-11-30T09:00:00+08:00"),
        ("2026-11-24 00:00", "2026-12-07T09:00:00+08:00"), ("2026-11-28 10:00", "2026-12-07T09:00:00+08:00"),
        ("2026-11-29 22:00", "2026-12-07T09:00:00+08:00"),
    ])
    func aWeeklyTableThatIsEarlyStandsForTheNextDeadline(arrival: String, expected: String) throws {
        #expect(try next(.weekly(weekday: 1, minute: 9 * 60), after: arrival) == expected)
    }

    @Test(arguments: 1...7) func everyDayOfTheWeekIsFound(weekday: Int) throws {
        let day = 22 + weekday
        let found = try next(.weekly(weekday: weekday, minute: 60), after: nil, since: "2026-11-23 00:30")
        #expect(found == "2026-11-\(day)T01:00:00+08:00")
    }

    @Test func aSourceThatNeverCameIsExpectedByTheFirstDeadlineAfterSomebodyWaits() throws {
        let daily = Deadline.daily(minute: 18 * 60)
        #expect(try next(daily, after: nil, since: "2026-11-23 10:00") == "2026-11-23T18:00:00+08:00")
        #expect(try next(daily, after: nil, since: "2026-11-23 18:00") == "2026-11-24T18:00:00+08:00")
        #expect(try next(.every(.hours(6)), after: nil, since: "2026-11-23 10:00") == "2026-11-23T16:00:00+08:00")
        // A table of long ago, brought by hand before anybody waited, makes nothing late that nobody waited for.
        #expect(
            try next(daily, after: "2026-08-01 10:00", since: "2026-11-23 10:00") == "2026-11-23T18:00:00+08:00")
    }

    @Test func anIntervalBeginsWithEachArrival() throws {
        #expect(try next(.every(.hours(6)), after: "2026-11-23 13:30") == "2026-11-23T19:30:00+08:00")
    }

    @Test(arguments: [
        // Europe's clocks skip 02:00 to 03:00 on 2026-03-29, and show it twice on 2026-10-25.
        (2 * 60 + 30, "2026-03-28 12:00", "2026-03-29T03:30:00+02:00"),
        (2 * 60 + 30, "2026-10-24 12:00", "2026-10-25T02:30:00+02:00"),
        (18 * 60, "2026-03-28 12:00", "2026-03-29T18:00:00+02:00"),
        (18 * 60, "2026-10-24 12:00", "2026-10-25T18:00:00+01:00"),
        // Late at night, when the clock has changed, it is still the same day.
        (18 * 60, "2026-10-25 23:30", "2026-10-26T18:00:00+01:00"),
        (0, "2026-03-28 23:30", "2026-03-29T00:00:00+01:00"),
    ])
    func aDeadlineIsOnTheWallAlsoWhereClocksChange(minute: Int, arrival: String, expected: String) throws {
        #expect(try next(.daily(minute: minute), after: arrival, zone: "Europe/Berlin") == expected)
    }

    @Test func theDayIsThatOfTheZoneAndNotOfUTC() throws {
        // 00:30 in Beijing is still the day before in UTC.
        let arrival = try instant("2026-11-24 00:30", zone: "Asia/Shanghai")
        let daily = Deadline.daily(minute: 18 * 60)
        #expect(
            daily.next(after: arrival, since: arrival, zone: "Asia/Shanghai")
                == (try instant("2026-11-25 18:00", zone: "Asia/Shanghai")))
        #expect(
            daily.next(after: arrival, since: arrival, zone: "UTC") == (try instant("2026-11-24 18:00", zone: "UTC")))
        #expect(daily.next(after: arrival, since: arrival, zone: "Mars/Olympus") == nil)
    }

    /// Over two years of hours, in zones with and without changing clocks: the next deadline is always ahead, never
    /// further than two periods, and never goes back as arrivals go on.
    @Test(arguments: ["Asia/Shanghai", "Europe/Berlin", "Asia/Almaty", "America/New_York", "Australia/Lord_Howe"])
    func theNextDeadlineIsAheadAndNeverGoesBack(zone: String) throws {
        let kinds: [(Deadline, Duration)] = [
            (.daily(minute: 0), .days(1)), (.daily(minute: 150), .days(1)), (.daily(minute: 1439), .days(1)),
            (.weekly(weekday: 7, minute: 150), .days(7)), (.every(.hours(6)), .hours(6)),
        ]
        let start = try instant("2026-01-01 00:00", zone: zone)
        for (deadline, period) in kinds {
            var last = start
            for hour in stride(from: 0, to: 2 * 366 * 24, by: 5) {
                let arrival = start.advanced(by: .hours(hour))
                let next = try #require(deadline.next(after: arrival, since: start, zone: zone))
                #expect(next > arrival && next >= last, "\(deadline) \(arrival.iso8601UTC)")
                #expect(next.since(arrival) <= period * 2 + .hours(1), "\(deadline) \(arrival.iso8601UTC)")
                last = next
            }
        }
    }
}
