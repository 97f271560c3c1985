import Tracking

/// Whether a program can tell local times; without zone data every one it printed would be wrong.
///
/// A statically linked program has its zones compiled in, and a careless link leaves them out in silence.
enum ZoneCheck {
    /// One of each half of the corridor, and the one whose rules changed last (Kazakhstan, 2024-03-01).
    private static let needed = ["Asia/Shanghai", "Asia/Almaty", "Europe/Berlin"]

    /// The IANA names of needed zones that do not resolve.
    static func missing() -> [String] {
        Zones.check(needed)
    }

    static func failure(missing: [String]) -> CommandFailure {
        CommandFailure(
            "cannot tell the time of \(missing.joined(separator: ", "))", why: "the time zone data is missing",
            try: "apt-get install tzdata", kind: "no-zones", status: .tryAgain)
    }
}
