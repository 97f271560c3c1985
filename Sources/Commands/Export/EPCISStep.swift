import Tracking

/// A milestone in the words of the Core Business Vocabulary (CBV 2.0 §7.1, §7.2); nothing where it has none for it.
///
/// The milestone itself stands beside it in a key of our own: the vocabulary has one word for several of ours.
struct EPCISStep {
    var step: String?
    var disposition: String?
    var action = "OBSERVE"

    init(_ milestone: Milestone) {
        switch milestone {
        case .announced: (step, disposition, action) = ("commissioning", "active", "ADD")
        case .accepted: (step, disposition) = ("accepting", "in_progress")
        case .sorted: (step, disposition) = ("staging_outbound", "in_transit")
        case .packed, .stuffed: (step, disposition) = ("packing", "container_closed")
        case .loaded: (step, disposition) = ("loading", "in_transit")
        case .departed, .borderDeparted, .gatedOut: (step, disposition) = ("departing", "in_transit")
        case .passed, .position: (step, disposition) = ("transporting", "in_transit")
        case .arrived, .borderArrived, .gatedIn: (step, disposition) = ("arriving", "in_transit")
        case .inspected: (step, disposition) = ("inspecting", "in_progress")
        case .held, .exportHeld, .importHeld: (step, disposition) = ("holding", "in_progress")
        case .discharged: (step, disposition) = ("unloading", "in_transit")
        case .stripped: (step, disposition) = ("unpacking", "container_open")
        case .dispatched, .handedOver, .outForDelivery: (step, disposition) = ("shipping", "in_transit")
        case .delivered: (step, disposition) = ("accepting", nil)
        case .returning: (step, disposition) = ("shipping", "returned")
        case .returned: (step, disposition) = ("receiving", "returned")
        case .disposed: (step, disposition, action) = ("destroying", "destroyed", "DELETE")
        case .damaged: disposition = "damaged"
        default: break
        }
    }
}
