import Store
import Terminal
import Tracking

/// Says how fresh an answer is: "no news", "same answer" and "could not ask" are different answers.
struct FreshnessText {
    let now: Instant

    func line(_ freshness: Freshness) -> String {
        answer(freshness) + (freshness.polls.first?.stopped.map { "; not asked any more: \(Self.reason($0))" } ?? "")
    }

    private static func reason(_ stopped: String) -> String {
        switch stopped {
        case "ended": "its journey is over"
        case "never-told": "nothing was ever told of it"
        case "unchanged": "nothing has changed for long"
        default: stopped
        }
    }

    private func answer(_ freshness: Freshness) -> String {
        let carrier = freshness.polls.first.map { SafeText.show($0.carrier) } ?? ""
        let about = freshness.subject.map { " about \(SafeText.show($0.code))" } ?? ""
        let poll = freshness.polls.first
        switch freshness.answer {
        case .news: return "news from \(carrier)\(about) \(ago(poll?.lastChange))"
        case .same:
            let news = "last news \(ago(poll?.lastChange))"
            return "\(carrier) said the same as before\(about) \(ago(poll?.lastSuccess)); \(news)"
        case .nothing: return "\(carrier) knows nothing\(about), asked \(ago(poll?.lastSuccess))"
        case .failed:
            let last = poll?.lastSuccess.map { "; last answer \(ago($0))" } ?? "; never answered"
            return "could not ask \(carrier)\(about): \(poll?.failure ?? "unknown") \(ago(poll?.lastAttempt))\(last)"
        case .told:
            let told = "told by \(SafeText.show(freshness.lastMessage?.source ?? "")) \(ago(freshness.lastMessage?.at))"
            return told + (poll?.nextCheckAt == nil ? "; no carrier is asked" : "; \(carrier) will be asked\(about)")
        case .never: return "nobody was asked yet"
        }
    }

    private func ago(_ instant: Instant?) -> String {
        guard let instant else { return "never" }
        return Age.text(now.since(instant)) + " ago"
    }
}
