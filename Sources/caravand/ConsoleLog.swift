import Foundation
import Logging
import Terminal

/// Writes log records to standard error, one on each line; hostile text cannot forge one.
struct ConsoleLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    /// - Parameter least: what is said when the environment says nothing of it.
    init(environment: [String: String], least: Logger.Level) {
        logLevel = environment["CARAVAN_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? least
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = self.metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let details = all.map { " \($0.key)=\($0.value)" }.joined()
        let record = "\(event.level): " + SafeText.show("\(event.message)\(details)") + "\n"
        FileHandle.standardError.write(Data(record.utf8))
    }
}
