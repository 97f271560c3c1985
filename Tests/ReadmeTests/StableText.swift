import Foundation

/// Output without what differs from day to day: dates count from the departure, ages and sizes are left out.
struct StableText {
    /// The day of the departure, of which all dates of the session are within a month.
    private let day: Date?

    /// - Parameter lines: output in which the train's name tells the day.
    init(of lines: [String]) {
        let train = lines.lazy.compactMap { $0.firstMatch(of: /X8401@(\d{4}-\d{2}-\d{2})/)?.1 }.first
        day = train.flatMap { Self.date("\($0)T00:00:00Z") }
    }

    func of(_ lines: [String]) -> [String] {
        var lines = lines.map(line)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private func line(_ text: String) -> String {
        text.replacing(/since \d{4}-\d{2}-\d{2} \d{2}:\d{2}Z/) { _ in "since NOW" }
            .replacing(/(\d+ (s|min)|\d+ h \d+ min|\d+ d \d+ h) ago/) { _ in "AGE ago" }
            .replacing(/message \d+/) { _ in "message N" }
            .replacing(/\d+ KiB/) { _ in "N KiB" }
            .replacing(/#[0-9A-Z]{7}/) { _ in "#REFERENCE" }
            // A parcel's number tells the year and the day on which it was given.
            .replacing(/YT\d{5}(\d{11})/) { match in "YTyyddd\(match.1)" }
            // A line of raw bytes ends where there is no more room.
            .replacing(/\d{4}-\d{2}-$/) { _ in "yyyy-mm-" }
            .replacing(/(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) ([+-]\d{2}:\d{2})/) { match in
                minutes("\(match.1)T\(match.2):00\(match.3)") ?? String(match.0)
            }
            .replacing(/\d{4}-\d{2}-\d{2}/) { match in minutes("\(match.0)T00:00:00Z") ?? String(match.0) }
            // An age of a minute is wider than one of a second, and so are its column and the line of titles.
            .replacing(/(\S) {2,}/) { match in "\(match.1)  " }
    }

    /// Clocks of Europe stand elsewhere in summer, so a time is told as an instant.
    private func minutes(_ text: String) -> String? {
        guard let day, let date = Self.date(text) else { return nil }
        let minutes = Int(date.timeIntervalSince(day) / 60)
        return abs(minutes) < 30 * 1440 ? "DAY\(minutes < 0 ? "" : "+")\(minutes)min" : nil
    }

    private static func date(_ text: String) -> Date? {
        do {
            return try Date(text, strategy: .iso8601)
        } catch {
            return nil
        }
    }
}
