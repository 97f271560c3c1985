import Tracking

extension StoreWriter {
    /// Takes a batch of deliveries in one transaction: messages, events, links, aliases, facts, accounting and poll
    /// state. Either all of it is there afterwards, or nothing.
    ///
    /// - Returns: a receipt for each delivery, in order.
    /// - Throws: ``StoreFailure``.
    public func accept(_ deliveries: [Delivery]) async throws -> [Receipt] {
        try await turn { session in try deliveries.map { try Self.accept($0, session) } }
    }

    /// The same, for a program that does one thing and waits for it.
    public func acceptAndWait(_ deliveries: [Delivery]) throws -> [Receipt] {
        try turnAndWait { session in try deliveries.map { try Self.accept($0, session) } }
    }

    private static func accept(_ delivery: Delivery, _ session: WriteSession) throws -> Receipt {
        var receipt = Receipt()
        // News of one number is none of the others that were asked in the same breath.
        let isShared = delivery.polls.count > 1
        for part in delivery.parts {
            receipt = try receipt + accept(part.message, part.report, session, isShared: isShared)
        }
        for poll in delivery.polls {
            let isNews = isShared ? receipt.news.contains(poll.subject) : receipt.isNews
            try session.record(
                poll, isNews: isNews, items: receipt.accounting.items, accepted: accepted(poll, of: delivery))
        }
        return receipt
    }

    /// What to remember of the answer, so that the same need not be asked for, or not be read, again.
    private static func accepted(_ poll: PollUpdate, of delivery: Delivery) -> AcceptedAnswer? {
        guard var accepted = poll.offered, delivery.polls.count == 1, delivery.parts.count == 1 else { return nil }
        let report = delivery.parts[0].report
        guard report.teachesOnce else { return nil }
        accepted.items = report.items.count
        accepted.unmapped = report.items.count { !$0.saysSomething }
        accepted.isWide = !report.isOnly(about: poll.subject)
        return accepted
    }

    static func accept(_ message: Message, _ report: Report, _ session: WriteSession, isShared: Bool = false)
        throws -> Receipt
    {
        var (acceptance, isKnown) = try session.open(message, isComplete: true)
        if isShared { acceptance.news = [] }
        try session.accept(report.items, into: &acceptance)
        // A twin that says nothing new would only fill the archive: the schedule already knows that we asked.
        if !isKnown, !acceptance.isNews, try session.hasTwin(acceptance) {
            try session.drop(acceptance)
            return Receipt(accounting: acceptance.accounting)
        }
        if !isKnown || acceptance.isNews {
            try session.close(acceptance, body: message.body, sha256: message.sha256)
        }
        var receipt = Receipt(
            message: MessageID(rawValue: acceptance.message), accounting: acceptance.accounting,
            links: acceptance.links, isNews: acceptance.isNews)
        receipt.news = acceptance.news ?? []
        return receipt
    }
}
