/// Our vocabulary of events, in the order of a journey.
public enum Milestone: String, Sendable, Hashable, CaseIterable {
    case announced, accepted, sorted, dispatched
    case exportDeclared = "export-declared"
    case exportHeld = "export-held"
    case exportRejected = "export-rejected"
    case exportCleared = "export-cleared"
    case exportClosed = "export-closed"
    case packed, stuffed
    case gatedIn = "gated-in"
    case loaded, rolled, departed, passed, arrived, attached, detached
    case borderArrived = "border-arrived"
    case inspected
    case gaugeChanged = "gauge-changed"
    case borderDeparted = "border-departed"
    case discharged
    case gatedOut = "gated-out"
    case stripped, presented
    case transitOpened = "transit-opened"
    case transitClosed = "transit-closed"
    case importDeclared = "import-declared"
    case importHeld = "import-held"
    case importCleared = "import-cleared"
    case handedOver = "handed-over"
    case relabelled
    case outForDelivery = "out-for-delivery"
    case deliveryFailed = "delivery-failed"
    case readyForPickup = "ready-for-pickup"
    case delivered, returning, returned, cancelled, disposed, damaged, lost, held, position
    /// The carrier's code is not in its profile's table; it is kept and shown as it came.
    case unmapped
}
