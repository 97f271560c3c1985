import Tracking

extension CarrierDoor {
    /// Why no request may go, and until when.
    struct Closed: Equatable, Sendable {
        /// What stands against it.
        enum Kind: Sendable {
            /// The carrier wants a pause, or needs one.
            case resting
            /// The carrier refuses us.
            case blocked
            /// It is being tried with one number.
            case probing
            /// It is to be tried with one number, and this is a question about several.
            case onlyOne
            case quotaUsed
            case quiet
            /// The pass is over.
            case timeIsUp
            case cancelled
        }

        var until: Instant
        var kind: Kind
    }
}
