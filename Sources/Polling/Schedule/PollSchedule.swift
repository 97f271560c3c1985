public import Forecasting
public import Tracking

/// Who is asked next, and when: a pure function of what is believed, what is known and the clock, so that the daemon,
/// cron and a simulation choose alike.
public struct PollSchedule: Sendable {
    /// No number is asked about more often, however much it seems to be worth.
    public static let shortest: Duration = .minutes(15)
    /// No number is asked about less often while it is asked about at all.
    public static let longest: Duration = .hours(24)

    private var forecast: CarrierForecast
    /// What a question costs, in hours of delay of one number.
    public var price: Double

    public init(forecast: CarrierForecast, price: Double = PollPrice.usualFloor) {
        self.forecast = forecast
        self.price = price
    }

    /// When a number is worth its question, if it is asked about at `lastAsked` and nothing is told: the moment at which
    /// its index crosses the square root of the price.
    public mutating func nextCheck(_ number: WaitingNumber) -> Instant {
        let hours = forecast.curve(of: number.leg).hoursUntilDue(
            after: number.lastAsked, began: number.began, weight: number.weight, price: price,
            longest: Self.longest.hours)
        return number.lastAsked.advanced(by: max(.hours(hours), Self.shortest))
    }

    /// How much more a number is worth than its question, 1 where it is just worth it.
    public mutating func urgency(_ number: WaitingNumber, now: Instant) -> Double {
        let index = forecast.curve(of: number.leg)
            .index(from: number.lastAsked, to: now, began: number.began, weight: number.weight)
        return index * index / price
    }
}
