/// Which names wait to be finished by others, and under which name a file is put aside.
public enum InboxNames {
    /// What programs call a file that they are still writing, and what desktops leave behind.
    private static let endings = [
        ".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".swp", ".lock",
        "~",
    ]
    private static let leftovers: Set<String> = ["thumbs.db", "desktop.ini"]
    /// Bytes of a name that leave room for a number and for a report's ending, of the 255 that a name may have.
    private static let most = 220

    /// Whether a name is left alone until the file has another one.
    public static func isTemporary(_ name: String) -> Bool {
        let lower = name.lowercased()
        return lower.hasPrefix(".") || lower.hasPrefix("~$") || leftovers.contains(lower)
            || endings.contains { lower.hasSuffix($0) }
    }

    /// The first of `name`, `name-2`, `name-3`, … that is free; the number stands before the ending.
    public static func free(_ name: String, isTaken: (String) throws -> Bool) rethrows -> String {
        var number = 1
        while true {
            let candidate = candidate(name, number)
            if try !isTaken(candidate) { return candidate }
            number += 1
        }
    }

    private static func candidate(_ name: String, _ number: Int) -> String {
        let dot = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? $0 : nil }
        let ending = dot.map { String(name[$0...]) } ?? ""
        // An ending of this length is none.
        let isEnding = ending.utf8.count <= 16
        let tail = (number == 1 ? "" : "-\(number)") + (isEnding ? ending : "")
        var stem = isEnding ? String(name[..<(dot ?? name.endIndex)]) : name
        while stem.utf8.count + tail.utf8.count > most { stem.removeLast() }
        return stem + tail
    }
}
