import Foundation
import Messages
import Terminal

/// The rows of a file that were not taken, as they came, with where they stood and why: to be mended and imported again.
final class RejectsFile {
    private let path: String
    private let writer = CSVWriter()
    private var lines: [String] = []
    private var rows = 0
    private var isTable = false

    /// Columns that stand in front, and that no profile knows.
    private static let own = ["position", "reason"]

    /// - Throws: `CommandFailure` when the file could not be written, before anything else is done.
    init(path: String) throws {
        self.path = path
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let isWritable = FileManager.default.isWritableFile(atPath: isThere ? path : folder)
        guard isWritable, !isFolder.boolValue else {
            throw CommandFailure(
                "cannot write the rejected rows to", on: path,
                why: isFolder.boolValue ? "it is a folder" : "there is no such folder, or it may not be written to",
                try: "name a file in a folder of yours", kind: "not-writable", status: .notAllowed)
        }
    }

    func add(_ item: RejectedItem) {
        let reason = item.reasons.joined(separator: "; ")
        if let header = item.header, let cells = item.cells {
            // What was rejected once may come again, with the columns that were written here.
            let kept = header.indices.filter { !Self.own.contains(header[$0].lowercased()) }
            if lines.isEmpty { lines.append(writer.line(texts(Self.own + kept.map { header[$0] }))) }
            let extra = cells.count > header.count ? Array(cells[header.count...]) : []
            let row = kept.map { cells.indices.contains($0) ? cells[$0] : "" } + extra
            lines.append(writer.line(texts([item.position, reason] + row.map(Self.kept))))
        } else {
            if lines.isEmpty { lines.append(writer.line(texts(Self.own + ["item"]))) }
            lines.append(writer.line(texts([item.position, reason, String(decoding: item.text, as: UTF8.self)])))
        }
        rows += 1
    }

    /// Writes the file, if there is anything to write.
    ///
    /// - Returns: a remark for the person.
    /// - Throws: `CommandFailure`.
    func write() throws -> String {
        guard rows > 0 else { return "remark: no row was rejected; \(SafeText.show(path)) is not written" }
        do {
            // Spreadsheets take a text for UTF-8 only with the mark.
            try Data(("\u{FEFF}" + lines.joined()).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(
                "cannot write the rejected rows to", on: path, why: "\(error.localizedDescription)",
                try: "name a file in a folder of yours; what was imported stays", kind: "not-writable",
                status: .notAllowed)
        }
        return "remark: \(rows) rejected row\(rows == 1 ? "" : "s") in \(SafeText.show(path)); mend and import it"
    }

    /// A spreadsheet would ruin a long number; the mark that forces text is taken off again when it is read.
    private static func kept(_ cell: String) -> String {
        let cell = CSVWriter.unguarded(cell)
        return cell.utf8.count >= 12 && cell.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "'" + cell : cell
    }

    private func texts(_ cells: [String]) -> [TableCell] { cells.map { .text($0) } }
}
