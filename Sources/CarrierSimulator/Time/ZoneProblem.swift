/// Time zones that this program cannot resolve, so that every local time it printed would be wrong.
public struct ZoneProblem: Error, Hashable, CustomStringConvertible {
    /// IANA names.
    public var missing: [String]

    public var description: String {
        "no data for time zones \(missing.joined(separator: ", "))"
    }
}
