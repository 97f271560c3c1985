import Store
import Tracking

/// One line of what was found: what it is, where it stands, and by what it was found.
struct FoundRow {
    /// By what something was found.
    enum Match {
        case number(NumberPart.Position)
        /// A customer's reference, by the name of the fact.
        case reference(name: String)
        case place(Place)

        var word: String {
            switch self {
            case .number: "number"
            case .reference: "reference"
            case .place: "place"
            }
        }
    }

    /// The number or reference that was found.
    var code: String
    /// What goes by it; nil for a reference that several bear.
    var subject: Subject?
    /// What the number is for, where it is another number of something.
    var role: AliasRole?
    /// Whose number it is; several for an order of several parcels.
    var owners: [Subject] = []
    /// How many bear it: subjects under one reference.
    var bearers: Int?
    var status: TimelineStatus?
    /// The train it is planned on while nothing has happened.
    var expected: Subject?
    /// Parcels listed in it, of what is found by its place.
    var parcels: Int?
    var match: Match

    /// What can be asked with other commands: what stands at a place is found by it, and a reference by what it is.
    var kind: String { subject?.kind.rawValue ?? "reference" }
}
