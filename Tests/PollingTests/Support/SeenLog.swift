import Logging

/// Collects what is logged, each record as one text.
struct SeenLog: LogHandler {
    let seen: Seen<String>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(seen: Seen<String>) {
        self.seen = seen
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let details = (event.metadata ?? [:]).map { " \($0.key)=\($0.value)" }.sorted().joined()
        seen.add("\(event.level): \(event.message)\(details)")
    }
}
