/// The segment groups of a message type: which segments stand in a group, and which begin a group inside it.
///
/// A group is called by the segment that begins it. A segment belongs to the innermost open group that knows it; one
/// that no group knows stays where it stands.
struct EDIFACTGroups: Hashable, Sendable {
    var members: Set<String> = []
    var groups: [String: EDIFACTGroups] = [:]

    /// Every segment that begins a group somewhere.
    var triggers: Set<String> {
        groups.values.reduce(Set(groups.keys)) { $0.union($1.triggers) }
    }

    func contains(_ path: some Collection<String>) -> Bool {
        guard let first = path.first else { return true }
        return groups[first].map { $0.contains(path.dropFirst()) } ?? false
    }
}
