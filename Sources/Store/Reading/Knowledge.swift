public import Tracking

/// A moment of knowledge: everything up to a message, or everything there is.
public struct Knowledge: Sendable, Equatable {
    /// The last message that counts; nil for all.
    public var through: MessageID?
    /// Messages that are still on their way in, which nobody believes yet.
    public var ignoring: Set<MessageID>
    /// When it was; nil for now. What we work out ourselves comes in no message, so it goes by the clock as well.
    public var moment: Instant?

    public static let current = Knowledge(through: nil, ignoring: [])

    public init(through: MessageID?, ignoring: Set<MessageID>, moment: Instant? = nil) {
        self.through = through
        self.ignoring = ignoring
        self.moment = moment
    }

    /// Whether the live tables alone give the answer.
    var isSimple: Bool { through == nil && ignoring.isEmpty }

    /// Whether what a message said, and what ended it, was believed at this moment.
    ///
    /// - Parameter since: from which message on it was known again after a break.
    func believes(saidBy message: Int64, since: Int64?, endedBy: Int64?) -> Bool {
        guard knows(message), since.map(knows) ?? true else { return false }
        return endedBy.map { !knows($0) } ?? true
    }

    /// Whether what was worked out from everything up to a message, and what ended it, was believed at this moment.
    func believes(inferredFrom message: Int64, at inferred: Int64, endedBy: Int64?, at ended: Int64?) -> Bool {
        guard knows(message), hasCome(inferred) else { return false }
        guard let endedBy, let ended else { return true }
        return !(knows(endedBy) && hasCome(ended))
    }

    private func hasCome(_ milliseconds: Int64) -> Bool { moment.map { milliseconds <= $0.milliseconds } ?? true }

    private func knows(_ message: Int64) -> Bool {
        if let through, message > through.rawValue { return false }
        return !ignoring.contains(MessageID(rawValue: message))
    }
}
