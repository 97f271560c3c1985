import Store
import Tracking

/// Something that customs or a carrier should have said, and has not.
struct Gap {
    enum Kind: String, CaseIterable {
        case releasedNotDeparted = "released-not-departed"
        case departedWithoutMessage = "departed-without-509"
        case messageWithoutContainer = "509-without-container"
        case declaredWithoutReceipt = "declared-without-receipt"
        case containerWithoutList = "container-without-list"

        var title: String {
            switch self {
            case .releasedNotDeparted: "released by customs, and no departure from China is known"
            case .departedWithoutMessage: "left China by a carrier's word, and no departure message (509) has come"
            case .messageWithoutContainer: "a departure message (509), and no container is known"
            case .declaredWithoutReceipt: "a list was sent to customs, and no receipt has come"
            case .containerWithoutList: "in a container, and no customs list is known"
            }
        }
    }

    var kind: Kind
    var subject: Subject
    /// When the first of the two took place.
    var since: EventTime?
    var consignor: String?
    var containers: [Subject]
}
