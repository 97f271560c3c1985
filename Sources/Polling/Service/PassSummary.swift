public import Tracking

/// What one pass over the carriers did.
public struct PassSummary: Sendable, Equatable {
    /// A kind of failure of one carrier.
    public struct FailureKey: Hashable, Sendable {
        public var carrier: String
        public var kind: String

        public init(carrier: String, kind: String) {
            self.carrier = carrier
            self.kind = kind
        }
    }

    public var requests = 0
    /// Messages that were archived.
    public var messages = 0
    public var accounting = Accounting()
    public var failures: [FailureKey: Int] = [:]

    public init() {}

    mutating func fail(_ carrier: String, _ kind: String) {
        failures[FailureKey(carrier: carrier, kind: kind), default: 0] += 1
    }

    static func + (left: PassSummary, right: PassSummary) -> PassSummary {
        var sum = left
        sum.requests += right.requests
        sum.messages += right.messages
        sum.accounting = left.accounting + right.accounting
        sum.failures.merge(right.failures, uniquingKeysWith: +)
        return sum
    }
}
