internal import Dispatch
public import Tracking

/// A clock that maps real time to simulated time, faster, slower, standing still, or set by hand.
public final class SimulatedClock: Sendable {
    private struct Setting {
        /// The simulated instant at the moment `since` of real time.
        var instant: Instant
        var since: Duration
        var speed: Double
    }

    private let setting: Locked<Setting>
    private let realTime: @Sendable () -> Duration

    /// Starts at `start` and runs `speed` simulated seconds per real second; 0 stands still.
    ///
    /// `realTime` is any monotonic time; it is asked, never waited for.
    public init(start: Instant, speed: Double, realTime: @escaping @Sendable () -> Duration = SimulatedClock.uptime) {
        self.realTime = realTime
        setting = Locked(Setting(instant: start, since: realTime(), speed: speed))
    }

    public var now: Instant {
        let real = realTime()
        return setting.withLock { Self.instant($0, at: real) }
    }

    /// Simulated seconds per real second.
    public var speed: Double {
        get { setting.withLock { $0.speed } }
        set { change { $0.speed = max(0, newValue) } }
    }

    public func set(_ instant: Instant) {
        change { $0.instant = instant }
    }

    public func advance(by length: Duration) {
        change { $0.instant = $0.instant.advanced(by: length) }
    }

    /// Monotonic time since an arbitrary moment.
    @Sendable public static func uptime() -> Duration {
        .nanoseconds(Int64(clamping: DispatchTime.now().uptimeNanoseconds))
    }

    private func change(_ edit: (inout Setting) -> Void) {
        let real = realTime()
        setting.withLock { current in
            current.instant = Self.instant(current, at: real)
            current.since = real
            edit(&current)
        }
    }

    private static func instant(_ setting: Setting, at real: Duration) -> Instant {
        let elapsed = Double((real - setting.since).wholeMicroseconds) * setting.speed / 1000
        return Instant(milliseconds: setting.instant.milliseconds &+ Int64(elapsed))
    }
}
