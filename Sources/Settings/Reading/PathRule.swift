/// What a relative path in a settings file is relative to.
///
/// To the file's own folder, never to where a program happens to be started: cron starts in another place than a person.
struct PathRule {
    private let folder: String
    private let home: String?

    init(settingsFile: String, home: String?) {
        folder = settingsFile.lastIndex(of: "/").map { String(settingsFile[..<$0]) } ?? "."
        self.home = home.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// The path to open; nil for `~/…` where no home is known.
    func absolute(_ path: String) -> String? {
        if path.hasPrefix("/") { return path }
        if path == "~" || path.hasPrefix("~/") { return home.map { $0 + path.dropFirst() } }
        return folder + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
    }
}
