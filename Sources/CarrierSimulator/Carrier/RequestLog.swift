/// What a carrier remembers of the requests it had, for tests and for the demonstration.
public struct RequestLog: Hashable, Sendable {
    public var requests = 0
    public var byStatus: [Int: Int] = [:]
    /// How often each container was asked for, every page counted.
    public var byContainer: [String: Int] = [:]
    /// Requests that came although the client had been told to wait longer.
    public var violations = 0
    /// The most requests that were being answered at one moment.
    public var mostAtOnce = 0
    var current = 0

    public init() {}

    /// Requests answered with 429.
    public var refused: Int { byStatus[429] ?? 0 }

    var json: JSONText {
        .object([
            ("requests", .number(requests)), ("refused", .number(refused)), ("violations", .number(violations)),
            ("mostAtOnce", .number(mostAtOnce)), ("containers", .number(byContainer.count)),
            ("byStatus", Self.counts(byStatus.map { (String($0.key), $0.value) })),
            ("byContainer", Self.counts(byContainer.map { ($0.key, $0.value) })),
        ])
    }

    private static func counts(_ counts: [(String, Int)]) -> JSONText {
        .object(counts.sorted { $0.0 < $1.0 }.map { ($0.0, .number($0.1)) })
    }
}
