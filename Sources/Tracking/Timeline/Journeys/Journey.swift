/// Follows one journey of a container from its departure, event by event, until something shows that it is over.
struct Journey {
    let unloading: PlaceFacts?
    /// Where the child goes, where that is all that is told.
    let country: String?
    /// When the box was first said to have a new seal.
    let newSeals: [Instant]
    /// Before this a stuffing or an empty move ends nothing unless the box has been seen to move.
    let patience: Instant

    /// From when on news of the box inside China is of another journey; nil where it may never have left.
    let awayFrom: Instant?

    private var hasMoved = false
    private var wasDetached = false
    private var place: PlaceFacts?
    /// The place furthest from Urumqi abroad.
    private var furthest: PlaceFacts?
    private var hasLeftTerminal = false

    /// How far back towards Urumqi, in kilometres, is a return run and not a detour.
    private static let detour = 500

    init(unloading: PlaceFacts?, country: String?, newSeals: [Instant], patience: Instant, awayFrom: Instant?) {
        self.unloading = unloading
        self.country = country
        self.newSeals = newSeals
        self.awayFrom = awayFrom
        self.patience = patience
    }

    /// The last instant of the journey, when the event ends it.
    mutating func end(by event: ReadEvent) -> Instant? {
        // Said to be empty afterwards: everything came out, wherever it was bound.
        if event.milestone == .stripped, event.event.load == .empty { return event.latest }
        if isUsedAgain(event) || isReturning(event) { return event.at.before }
        place = event.place ?? place
        wasDetached = wasDetached || event.milestone == .detached || event.milestone == .rolled
        if event.milestone == .stripped && isForUs(event) { return event.latest }
        hasMoved = hasMoved || event.milestone.showsMovement || isAbroad(event.place)
        hasLeftTerminal = hasLeftTerminal || (event.milestone == .gatedOut && isUnloadingSide(event.place))
        if let here = event.place, here.country != "CN" {
            furthest = [furthest, here].compactMap { $0 }.max { ($0.kilometres ?? -1) < ($1.kilometres ?? -1) }
        }
        return nil
    }

    /// Stuffed again, or moved empty: whatever was inside is out.
    private func isUsedAgain(_ event: ReadEvent) -> Bool {
        guard hasMoved || event.at > patience else { return false }
        if event.milestone == .stuffed || event.event.load == .empty { return true }
        return hasLeftTerminal && (event.milestone == .gatedIn || event.milestone == .loaded)
    }

    private func isReturning(_ event: ReadEvent) -> Bool {
        guard let here = event.place else { return false }
        if here.country == "CN" && !here.isBorder {
            return furthest != nil || (!wasDetached && awayFrom.map { event.at >= $0 } ?? false)
        }
        guard let furthest else { return false }
        guard let reached = furthest.kilometres, let now = here.kilometres else { return false }
        return now < reached - Self.detour
    }

    /// A strip elsewhere puts out only those bound there; nor does one in another country than the child's, when the
    /// box was sealed anew and went on.
    private func isForUs(_ strip: ReadEvent) -> Bool {
        if let unloading, let place { return unloading.code == place.code }
        guard unloading == nil, let country, let here = strip.country, here != country else { return true }
        return !newSeals.contains { $0 >= strip.at }
    }

    private func isUnloadingSide(_ place: PlaceFacts?) -> Bool {
        guard let place, !place.isBorder, place.country != "CN" else { return false }
        return unloading.map { $0.code == place.code || $0.country == place.country } ?? true
    }

    private func isAbroad(_ place: PlaceFacts?) -> Bool {
        place.map { $0.country != "CN" } ?? false
    }
}
