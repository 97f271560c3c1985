/// The word that somebody probably meant.
public enum Suggestion {
    /// The nearest of `words`, if it is near enough to be a slip.
    public static func nearest(_ word: String, among words: some Sequence<String>) -> String? {
        words.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
            .filter { $0.1 <= max(1, (word.count + 1) / 3) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Those of `words` that are near enough to be a slip, or begin with what was written; the nearest first.
    public static func near(_ word: String, among words: some Sequence<String>, limit: Int = 3) -> [String] {
        let typed = Array(word.lowercased())
        let ranked: [(word: String, distance: Int)] = words.compactMap { candidate in
            let letters = Array(candidate.lowercased())
            let distance = distance(typed, letters)
            if distance <= max(1, (typed.count + 1) / 3) { return (candidate, distance) }
            return typed.count >= 3 && letters.starts(with: typed) ? (candidate, typed.count) : nil
        }
        var found: [String] = []
        for (word, _) in ranked.sorted(by: { ($0.distance, $0.word) < ($1.distance, $1.word) })
        where !found.contains(word) && found.count < limit {
            found.append(word)
        }
        return found
    }

    /// Levenshtein distance.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[right.count]
    }
}
