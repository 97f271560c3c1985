import Foundation

/// How settings files are read; handed in, so that tests need no disk.
public struct SettingsFiles: Sendable {
    /// The text of a file, nil when there is no such file.
    public let text: @Sendable (_ path: String) throws(SettingsFileFailure) -> String?

    public init(text: @escaping @Sendable (_ path: String) throws(SettingsFileFailure) -> String?) {
        self.text = text
    }

    /// The files of this computer.
    public static let disk = SettingsFiles { path throws(SettingsFileFailure) in
        // Foundation is asked only when there is something to read: a lookup starts in milliseconds.
        guard access(path, F_OK) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        return try readText(path)
    }

    private static func readText(_ path: String) throws(SettingsFileFailure) -> String {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard data.count <= 1_048_576 else { throw .unreadable(path: path, reason: "it is greater than 1 MB") }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .unreadable(path: path, reason: "it is not UTF-8 text")
        }
        return text
    }
}
