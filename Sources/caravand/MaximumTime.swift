import ArgumentParser
import Settings

/// `90s`, `5m`, `1h` on the command line.
struct MaximumTime: ExpressibleByArgument {
    var duration: Duration

    init?(argument: String) {
        guard let interval = Settings.Interval(argument) else { return nil }
        duration = interval.duration
    }
}
