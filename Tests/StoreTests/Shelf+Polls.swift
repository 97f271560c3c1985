import Store
import Tracking

extension Shelf {
    /// An answer about each number, with an event of its own an hour after the last.
    func takeNews(
        of polls: [DuePoll], at: Instant = Sample.instant(3), hours: Int = 3, planner: any PollPlanner = AskInTurn()
    ) async throws {
        for poll in polls {
            let message = Sample.message("news of \(poll.subject) \(hours)", at: at)
            let item = Sample.item([Sample.event(hours, code: "GTOT", milestone: .gatedOut, subject: poll.subject)])
            var update = PollUpdate(carrier: "line-a", subject: poll.subject, outcome: .answered, at: at)
            (update.claimed, update.planner) = (poll, planner)
            let part = Delivery.Part(message: message, report: Report(items: [item]))
            _ = try await writer.accept([Delivery(parts: [part], polls: [update])])
        }
    }
}
