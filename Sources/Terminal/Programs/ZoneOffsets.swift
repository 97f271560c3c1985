import Tracking

/// What the clocks of a zone showed, for whoever wants to compare a program as it was linked with a table.
public enum ZoneOffsets {
    /// Answers one line of the form `ZONE INSTANT` with the offset added: `Asia/Almaty 2024-02-29T18:00:00Z +05:00`.
    ///
    /// - Returns: nil for a line without two words, without a zone of that name, or without an instant.
    public static func answer(_ line: String) -> String? {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, let instant = instant(words[1]),
            let minutes = Zones.shared.offsetMinutes(in: words[0], at: instant)
        else { return nil }
        let clock = "\(padded(abs(minutes) / 60)):\(padded(abs(minutes) % 60))"
        return "\(words[0]) \(words[1]) \(minutes < 0 ? "-" : "+")\(clock)"
    }

    private static func instant(_ text: String) -> Instant? {
        do {
            return try TimeReader().read(text, zone: nil, place: nil, assumed: nil, reference: nil).instant
        } catch {
            return nil
        }
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
