import Foundation

/// Puts a file aside with its report, and never over another one.
///
/// The report is written first and the file moves last: as long as the file stands in its folder, it has not been dealt
/// with. Whoever holds the sync lock is the only program that moves files here.
struct InboxMove {
    let folder: String
    let entry: FolderEntry
    /// `done` or `rejected`.
    let shelf: String

    /// - Returns: the new name, beginning at the folder; nil when somebody has written to the file meanwhile, so that
    ///   it is not the file of the report and stays.
    /// - Throws: ``InboxObstacle`` when it cannot be moved; the file is where it was.
    func run(_ report: InboxReport) throws(InboxObstacle) -> String? {
        guard isUnchanged else { return nil }
        let place = folder + "/" + shelf
        guard mkdir(place, 0o777) == 0 || errno == EEXIST else { throw obstacle(errno) }
        let name = InboxNames.free(entry.name) { isTaken($0, in: place, by: report) }
        let target = place + "/" + name
        try write(report.json, to: target + InboxReport.jsonEnding)
        try write(report.text, to: target + InboxReport.textEnding)
        guard try move(to: target) else { throw obstacle(EEXIST) }
        return shelf + "/" + name
    }

    /// A report of the very same bytes without its file is what a crash left of an earlier try.
    private func isTaken(_ name: String, in place: String, by report: InboxReport) -> Bool {
        let path = place + "/" + name
        if Self.exists(path) { return !isSameFile(path) }
        guard let handle = FileHandle(forReadingAtPath: path + InboxReport.textEnding) else {
            return Self.exists(path + InboxReport.textEnding)
        }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: 4096)) ?? Data()
        return String(decoding: start, as: UTF8.self).prefix { $0 != "\n" } != report.firstLine
    }

    private var isUnchanged: Bool {
        var status = stat()
        return lstat(entry.path(in: folder), &status) == 0 && FileMark(status) == entry.mark
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether a crash between the two steps of a move left the file under both names.
    private func isSameFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && UInt64(status.st_ino) == entry.mark.inode
            && Int64(status.st_size) == entry.mark.size && status.st_nlink > 1
    }

    /// Whole or not at all, under a name in between that the next try uses again: a crash leaves no litter.
    private func write(_ text: String, to path: String) throws(InboxObstacle) {
        do {
            let unfinished = path + ".part"
            try Data(text.utf8).write(to: URL(fileURLWithPath: unfinished))
            guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw InboxObstacle(
                .notMovable, path: folder + "/" + entry.name, reason: "the report \(path) cannot be written",
                remedy: "let this account write in \(folder)/\(shelf); it is tried again by itself")
        }
    }

    /// A second name and then one less: unlike renaming, this never replaces a file. Where there are no second names,
    /// it is renamed after another look.
    private func move(to target: String) throws(InboxObstacle) -> Bool {
        let path = entry.path(in: folder)
        if !isSameFile(target), link(path, target) != 0 {
            if errno == EEXIST || Self.exists(target) { return false }
            guard rename(path, target) == 0 else { throw obstacle(errno) }
            return true
        }
        guard unlink(path) == 0 else {
            let code = errno
            unlink(target)
            throw obstacle(code)
        }
        return true
    }

    private func obstacle(_ code: Int32) -> InboxObstacle {
        InboxObstacle(
            .notMovable, path: folder + "/" + entry.name,
            reason: "it cannot be moved to \(shelf)/: \(InboxObstacle.text(code))",
            remedy: "let this account write in \(folder) and in \(folder)/\(shelf); it is tried again by itself")
    }
}
