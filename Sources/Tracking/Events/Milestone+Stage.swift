extension Milestone {
    /// The part of a journey the milestone belongs to; what can happen anywhere counts as on the way.
    public var stage: Stage {
        switch self {
        case .announced, .accepted, .sorted, .dispatched, .packed: .origin
        case .exportDeclared, .exportHeld, .exportRejected, .exportCleared, .exportClosed: .export
        case .stuffed, .gatedIn, .loaded, .rolled, .departed, .passed, .arrived, .attached, .detached, .discharged,
            .gatedOut, .stripped, .damaged, .held, .position, .unmapped:
            .rail
        case .borderArrived, .inspected, .gaugeChanged, .borderDeparted, .transitOpened, .transitClosed: .border
        case .presented, .importDeclared, .importHeld, .importCleared: .import
        case .handedOver, .relabelled, .outForDelivery, .deliveryFailed, .readyForPickup: .lastMile
        case .delivered, .returning, .returned, .cancelled, .disposed, .lost: .end
        }
    }
}
