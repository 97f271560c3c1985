public import Tracking

/// A moment of knowledge: everything up to a message, or everything there is.
public struct Knowledge: Sendable, Equatable {
    /// The last message that counts; nil for all.
    public var through: MessageID?
    /// Messages that are still on their way in, which nobody believes yet.
    public var ignoring: Set<MessageID>

    public static let current = Knowledge(through: nil, ignoring: [])

    public init(through: MessageID?, ignoring: Set<MessageID>) {
        self.through = through
        self.ignoring = ignoring
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

    private func knows(_ message: Int64) -> Bool {
        if let through, message > through.rawValue { return false }
        return !ignoring.contains(MessageID(rawValue: message))
    }
}
