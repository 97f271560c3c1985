/// One run of a train as far as it bears on what it carries: when it left, from where, and which of its events are
/// still about this train.
struct TrainJourney {
    let train: Subject
    /// The first instant at which it may have left: the departure told, or the beginning of its date.
    let earliestDeparture: Instant?
    /// By when it has left: the departure told, or the end of its date at the origin.
    let departure: Instant?
    let origin: PlaceFacts?
    /// The country it starts in; empty where neither its events nor its number tell.
    let country: String
    /// The numbers of its events up to where it ends.
    let numbers: [Int]
    /// When it ended, where its events tell.
    let end: Instant?
    /// The event by which it left its origin.
    let departureEvent: ReadEvent?

    init(_ train: Subject, numbers: [Int], of events: [ReadEvent]) {
        self.train = train
        let date = Self.date(of: train.code)
        let actual = numbers.filter { events[$0].isActual }
        let left = actual.lazy.map { events[$0] }.first { Self.isDeparture($0, around: date) }
        departureEvent = left
        origin = left?.place
        country = origin?.country ?? actual.lazy.compactMap { events[$0].country }.first ?? Self.home(of: train)
        earliestDeparture = left?.at ?? date?.from
        departure = left?.latest ?? date?.to
        let last = Self.lastNumber(actual, events, origin: origin, country: country)
        end = last.isEnd ? last.number.map { events[$0].latest } : nil
        self.numbers = numbers.filter { number in
            guard last.isEnd, let lastNumber = last.number else { return !last.isEnd }
            return number <= lastNumber || (!events[number].isActual && events[number].at <= events[lastNumber].at)
        }
    }

    /// Trains leave Urumqi unless their own events or their numbers say otherwise.
    private static let homeCountry = "CN"

    /// Numbers of digits alone are those of trains beyond the border (1520 mm and European ones): China's block trains
    /// begin with a letter.
    private static func home(of train: Subject) -> String {
        train.code.prefix { $0 != "@" }.allSatisfy(\.isNumber) ? "" : homeCountry
    }

    /// Whether it began beyond the border, as far as that is known.
    var isFromBeyond: Bool { country != Self.homeCountry }

    /// China has one zone and no summer time: +08:00.
    private static let originOffset: Int64 = 8 * 3_600_000

    /// When the train is aboard at most: the days around its departure, where its events tell no end.
    func travels(within days: Int64) -> Span? {
        guard let earliestDeparture, let departure else { return nil }
        return Span(from: earliestDeparture, to: end.map { max($0, departure) } ?? departure.plus(days: days))
    }

    /// Whether the two may have left from the same origin; unknown origins are taken for the same.
    func mayShareOrigin(with other: TrainJourney) -> Bool {
        guard let origin, let otherOrigin = other.origin else {
            return country == other.country
                || (isFromBeyond && other.isFromBeyond && (country + other.country).count < 4)
        }
        return origin.isNear(otherOrigin)
    }

    private static func isDeparture(_ event: ReadEvent, around date: Span?) -> Bool {
        guard event.milestone == .departed || event.milestone == .borderDeparted else { return false }
        guard let date else { return event.milestone == .departed }
        // Only a train whose date it is can have its origin at a border: X8157 seen leaving Dostyk two days later came
        // from elsewhere. Six hours for the zones west of China.
        let window =
            event.milestone == .departed
            ? Span(from: date.from.plus(days: -1), to: date.to.plus(days: 3))
            : Span(from: date.from, to: date.to.plus(hours: 6))
        return window.contains(event.at) && (event.milestone == .departed || event.country != homeCountry)
    }

    /// The date in `NUMBER@DATE`, as the stretch of time it covers at the origin.
    static func date(of code: String) -> Span? {
        guard let at = code.lastIndex(of: "@") else { return nil }
        let parts = code[code.index(after: at)...].split(separator: "-").map { Int64($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year)
        else { return nil }
        let start = Instant(milliseconds: daysSince1970(year, month, day) * Instant.dayMilliseconds - originOffset)
        return Span(from: start, to: start.plus(days: 1).before)
    }

    /// Days from 1970-01-01 to a date of the Gregorian calendar, counted in years that begin in March.
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The last event that is still this train's.
    ///
    /// It ends at the first break of gauge after its origin: what happens there is included, leaving it only on the
    /// origin's side, for the other side is left on other wheels.
    private static func lastNumber(_ actual: [Int], _ events: [ReadEvent], origin: PlaceFacts?, country: String)
        -> (number: Int?, isEnd: Bool)
    {
        var last: Int?
        var end: PlaceFacts?
        for number in actual {
            let event = events[number]
            if let end {
                guard let place = event.place, place.code == end.code else { return (last, true) }
                if event.milestone == .borderDeparted && end.country != country { return (last, true) }
            } else if let place = event.place, place.breaksGauge, !(origin?.isNear(place) ?? false) {
                if event.milestone == .borderDeparted && place.country != country { return (last, true) }
                end = place
            }
            last = number
        }
        return (last, end != nil)
    }
}
