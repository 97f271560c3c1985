import Store
import Tracking

/// What stands at a place: the trains and containers whose latest news is of it.
struct PlaceFindings {
    var place: Place
    /// Trains and containers, whose latest news is the latest, first.
    var rows: [FoundRow] = []
    /// How many of each kind stand there, shown or not.
    var counts: [SubjectKind: Int] = [:]

    var count: Int { counts.values.reduce(0, +) }
}

/// Looks where everything that carries parcels stands. Parcels are not looked at one by one: what they are listed in
/// tells how many there are, and `list --at` which.
struct PlaceFinder {
    static let kinds: [SubjectKind] = [.train, .container]

    let session: ReadSession
    let places: Places
    let now: Instant
    let limit: Int

    func find(_ wanted: [Place]) throws -> [PlaceFindings] {
        var findings = wanted.map { PlaceFindings(place: $0) }
        let positions = Dictionary(wanted.enumerated().map { ($1.code, $0) }) { first, _ in first }
        for kind in Self.kinds {
            var list = Worklist(session: session, places: places, now: now)
            list.kind = kind
            _ = try list.rows { row in
                guard let status = row.story.status, let place = status.place.flatMap({ places.place(for: $0) }),
                    let position = positions[place.code]
                else { return true }
                findings[position].counts[kind, default: 0] += 1
                findings[position].rows.append(
                    FoundRow(code: row.subject.code, subject: row.subject, status: status, match: .place(place)))
                return true
            }
        }
        for position in findings.indices { try finish(&findings[position]) }
        return findings
    }

    /// Of a place where thousands once stood, the parcels are counted only for what is shown.
    private func finish(_ findings: inout PlaceFindings) throws {
        findings.rows.sort { left, right in
            let times = (left.status?.time.instant, right.status?.time.instant)
            return times.0 == times.1 ? left.code < right.code : Self.isLater(times.0, times.1)
        }
        findings.rows = Array(findings.rows.prefix(limit))
        for index in findings.rows.indices {
            guard let stored = try findings.rows[index].subject.flatMap({ try session.stored($0) }) else { continue }
            findings.rows[index].parcels = try session.contents(of: stored)[.parcel] ?? 0
        }
    }

    private static func isLater(_ left: Instant?, _ right: Instant?) -> Bool {
        (left?.milliseconds ?? .min) > (right?.milliseconds ?? .min)
    }
}
