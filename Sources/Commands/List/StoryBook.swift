import Store
import Tracking

/// Tells stories by the rules of the timeline, one for all who travel alike.
final class StoryBook {
    private let session: ReadSession
    private let places: Places
    private var known: [Situation.Pattern: Story] = [:]
    /// How many stories were derived; the others were shared.
    private(set) var derived = 0

    /// Those whose stories are all their own, parcels that were delivered one by one, must not fill the memory.
    private static let most = 20_000

    init(_ session: ReadSession, _ places: Places) {
        self.session = session
        self.places = places
    }

    func story(of situation: Situation) throws -> Story {
        if let shared = known[situation.pattern] { return shared }
        let dossier = try session.dossier(of: situation.stored)
        let own = try situation.own.map { try session.subject(numbered: $0) }
        let story = Story(own: own, dossier, Timeline(dossier) { [places] in places.place(for: $0) })
        derived += 1
        if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
        known[situation.pattern] = story
        return story
    }
}
