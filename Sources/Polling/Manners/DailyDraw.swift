import Tracking

/// Draws a few out of many for one day: by chance as far as anybody can tell, and the same however often it is drawn.
enum DailyDraw {
    /// - Parameters:
    ///   - share: how many are drawn.
    ///   - salt: what the draw is for; another salt or another day draws others.
    ///   - day: days since 1970 in UTC.
    static func draw(_ share: Int, of subjects: [Subject], salt: String, day: Int) -> Set<Subject> {
        let ranked = subjects.map { (rank: StableHash.of("\(day)|\(salt)|\($0)"), subject: $0) }
        let drawn = ranked.sorted { ($0.rank, $0.subject.code) < ($1.rank, $1.subject.code) }.prefix(share)
        return Set(drawn.map(\.subject))
    }
}
