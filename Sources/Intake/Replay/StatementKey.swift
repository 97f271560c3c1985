public import Tracking

/// What makes a statement of a message this one and no other.
public enum StatementKey: Hashable, Sendable {
    case event(EventKey)
    case link(child: Subject, parent: Subject)
    case alias(subject: Subject, alias: Subject)
    case fact(subject: Subject, name: String)
}

extension ReportedItem {
    /// The statements of an item that `source` told.
    func keys(source: String) -> [StatementKey] {
        events.map { .event($0.key(source: source)) } + links.map { .link(child: $0.child, parent: $0.parent) }
            + aliases.map { .alias(subject: $0.subject, alias: $0.alias) }
            + facts.map { .fact(subject: $0.subject, name: $0.name) }
    }
}
