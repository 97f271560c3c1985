import Store
import Tracking

/// Which containers the papers put on a train: by themselves, on its wagons, or under its bills.
struct TrainListing {
    let session: ReadSession

    /// All that may be; a wagon runs again and again, so ``isListed(_:on:at:)`` decides.
    func containers(of train: StoredSubject) throws -> [StoredSubject] {
        var containers: [StoredSubject] = []
        var seen: Set<Subject> = []
        func add(_ found: [StoredSubject]) {
            for container in found where container.subject.kind == .container {
                if seen.insert(container.subject).inserted { containers.append(container) }
            }
        }
        let children = try session.children(of: train)
        add(children)
        for child in children {
            switch child.subject.kind {
            case .wagon: add(try session.children(of: child))
            case .consignment: add(try session.containers(under: child, nested: true))
            default: break
            }
        }
        return containers
    }

    /// Whether a container was on a wagon of the train when it left, or stands on its list or under its bill.
    static func isListed(_ container: Timeline, on train: Subject, at departure: Instant?) -> Bool {
        container.links.contains { link in
            guard link.link.parent == train, !link.denied else { return false }
            guard link.link.child.kind == .wagon, let departure else { return true }
            return container.links.contains { under in
                under.link.parent == link.link.child && under.holds && !under.denied
                    && under.from.map { $0 <= departure } ?? true && under.until.map { $0 >= departure } ?? true
            }
        }
    }
}
