/// What a milestone of a carrier means to what it carries, and which milestones may displace which in a status.
extension Milestone {
    /// What a carrier's milestone means to what was inside it.
    enum Inheritance: Sendable {
        /// Shown with the child's own, and may decide its status.
        case deciding
        /// Shown as the carrier's, never deciding: one hold on a container of eight consignors is not eight holds.
        case shown
        /// Not the child's news at all: a container's delivery delivers no parcel.
        case never
    }

    var inheritance: Inheritance {
        switch self {
        case .loaded, .departed, .passed, .arrived, .borderArrived, .borderDeparted, .gaugeChanged, .discharged,
            .gatedIn, .gatedOut, .attached, .detached, .rolled, .stripped, .position:
            .deciding
        case .announced, .accepted, .dispatched, .delivered, .returning, .returned, .cancelled, .lost, .disposed,
            .outForDelivery, .deliveryFailed, .readyForPickup, .relabelled:
            .never
        case .held, .damaged, .inspected, .exportDeclared, .exportHeld, .exportRejected, .exportCleared, .exportClosed,
            .importDeclared, .importHeld, .importCleared, .transitOpened, .transitClosed, .sorted, .packed, .stuffed,
            .presented, .handedOver, .unmapped:
            .shown
        }
    }

    /// Said by the customs of the country of export about a paper.
    var isExportPaper: Bool {
        switch self {
        case .exportDeclared, .exportHeld, .exportRejected, .exportCleared, .exportClosed: true
        default: false
        }
    }

    /// Said by a customs about a paper, on either side or on the way.
    var isCustomsPaper: Bool {
        switch self {
        case .transitOpened, .transitClosed, .importDeclared, .importHeld, .importCleared: true
        default: isExportPaper
        }
    }

    /// Whether somebody had the thing in hand; what is only announced or filed happens on paper.
    var isPhysical: Bool {
        switch self {
        case .announced, .accepted, .held, .cancelled, .lost, .position, .dispatched, .unmapped: false
        default: !isCustomsPaper
        }
    }

    /// Whether it can only happen to what is no longer inside a container.
    var endsCarriage: Bool {
        switch self {
        case .outForDelivery, .deliveryFailed, .readyForPickup, .delivered, .returning, .returned, .cancelled,
            .disposed, .lost:
            true
        default: false
        }
    }

    /// Whether it begins the last mile, when it happens abroad.
    var beginsLastMile: Bool {
        self == .handedOver || self == .relabelled
    }

    /// Whether a journey ends with it.
    var isEnd: Bool {
        switch self {
        case .delivered, .returned, .lost, .disposed: true
        default: false
        }
    }

    /// Whether the milestone can follow the end of a journey.
    ///
    /// - Parameters:
    ///   - end: `delivered`, `returned`, `lost` or `disposed`.
    ///   - inherited: whether a carrier's event says so; a carrier finds nothing that was lost.
    func canFollow(_ end: Milestone, inherited: Bool) -> Bool {
        switch end {
        case .delivered: !inherited && (self == .returning || self == .returned)
        case .returned: !inherited && self == .disposed
        case .lost: !inherited && (isPhysical || isEnd)
        default: false
        }
    }

    /// Whether a later position may stand in its place: where a journey is moving, not where it waits for somebody.
    var yieldsToPosition: Bool {
        switch self {
        case .gatedIn, .loaded, .departed, .passed, .arrived, .attached, .borderArrived, .gaugeChanged,
            .borderDeparted, .discharged, .position, .announced, .accepted, .dispatched:
            true
        default: false
        }
    }

    /// Whether the container shows by it that it has left.
    var showsMovement: Bool {
        switch self {
        case .departed, .passed, .borderArrived, .borderDeparted, .gaugeChanged, .discharged, .stripped: true
        default: false
        }
    }

    /// Whether it tells of being carried further than a yard; these are not believed of what customs keeps back.
    var tellsOfLeaving: Bool {
        switch self {
        case .departed, .passed, .arrived, .attached, .detached, .borderArrived, .borderDeparted, .gaugeChanged,
            .discharged, .gatedOut, .stripped, .position:
            true
        default: false
        }
    }
}
