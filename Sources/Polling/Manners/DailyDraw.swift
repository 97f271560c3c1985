import Tracking

/// Draws a few out of many for one day: by chance as far as anybody can tell, and the same however often it is drawn.
enum DailyDraw {
    /// - Parameters:
    ///   - share: how many are drawn.
    ///   - salt: what the draw is for; another salt or another day draws others.
    ///   - day: days since 1970 in UTC.
    static func draw(_ share: Int, of subjects: [Subject], salt: String, day: Int) -> Set<Subject> {
        let ranked = subjects.map { (rank: rank("\(day)|\(salt)|\($0)"), subject: $0) }
        let drawn = ranked.sorted { ($0.rank, $0.subject.code) < ($1.rank, $1.subject.code) }.prefix(share)
        return Set(drawn.map(\.subject))
    }

    /// FNV-1a over the text, then mixed: codes that differ in their last digit only must not be neighbours.
    private static func rank(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
