/// A candidate container as numbers; without anything counted, for it is copied in the inner loops.
struct ContainerRow: Sendable {
    var departure: Stretch?
    var sealed: Stretch?
    var arrival: Stretch?
    var hub: Int
    var country: Int
    var service: Int
    /// -1 where the train is not known.
    var train: Int
    /// Pieces and grams that still fit; nil where nothing was declared.
    var roomPieces: Int?
    var roomGrams: Int?
    /// Declared less taken without tolerance, where something was taken.
    var missing: (pieces: Int, grams: Int?)?
    var tellsLists: Bool
    var tellsBags: Bool
    /// Containers of one class have the same departure, border events and destination, so scans fit them alike.
    var kind = 0
    /// The time by which it is found: the departure, else the sealing, else the first border event.
    var anchor: Double?
}
