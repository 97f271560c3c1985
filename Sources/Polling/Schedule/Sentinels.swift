public import Store
import Tracking

/// Who is asked for a whole train: a few of those that travel together, and all the others once these have news.
public enum Sentinels {
    /// How many are asked for all.
    public static let count = 3
    /// Events of one train reach its boxes within this time of each other.
    public static let together: Duration = .hours(6)

    /// The role of each companion, by its number.
    ///
    /// Those that have fallen behind, which have been asked since the others went on and told nothing, travel alone until they are
    /// where the others are. Which of the rest are sentinels is drawn by `draw`, the same for everybody who asks.
    ///
    /// - Parameter draw: a fixed number for each companion; the smallest are drawn.
    public static func roles(of companions: [Companion], draw: (Int64) -> UInt64) -> [Int64: TravelRole] {
        let front = front(of: companions)
        var roles: [Int64: TravelRole] = [:]
        var going: [(draw: UInt64, number: Int64)] = []
        for companion in companions {
            if !companion.isFollowed || isBehind(companion, front) {
                roles[companion.number] = .alone
            } else {
                going.append((draw(companion.number), companion.number))
            }
        }
        going.sort { ($0.draw, $0.number) < ($1.draw, $1.number) }
        let standsFor = Double(going.count) / Double(min(count, max(going.count, 1)))
        for (rank, one) in going.enumerated() {
            roles[one.number] = rank < count ? .sentinel(standsFor: standsFor) : .member
        }
        return roles
    }

    /// Whether one of them is the first that is known to have come so far: then its news are news of them all. When the
    /// others come as far one by one, nobody needs to be called again.
    static func isFirst(_ number: Int64, toAwait leg: String, of companions: [Companion]) -> Bool {
        !companions.contains { $0.number != number && $0.leg == leg }
    }

    /// The latest event that at least two have in common within a while: one alone may be bound elsewhere.
    static func front(of companions: [Companion]) -> Instant? {
        let latest = companions.compactMap(\.lastEvent).sorted(by: >)
        guard let first = latest.first, latest.count > 1 else { return latest.first }
        return zip(latest, latest.dropFirst()).first { $0.since($1) <= together }?.0 ?? first
    }

    private static func isBehind(_ companion: Companion, _ front: Instant?) -> Bool {
        guard let front else { return false }
        guard let event = companion.lastEvent else { return (companion.lastAsked ?? front) > front }
        guard front.since(event) > together else { return event.since(front) > together }
        return companion.lastAsked.map { $0 > front } ?? false
    }
}
