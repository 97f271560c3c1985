import Tracking

/// How long the stretches of the corridor are believed to take before anything has been learnt: orders of magnitude
/// from published transit and dwell times, with wide spreads.
enum CorridorPriors {
    /// What is known of a milestone at a place of the corridor; nil elsewhere.
    static func particular(_ leg: Leg) -> ShiftedLognormal? {
        switch (leg.after, leg.place) {
        case (.departed, "URH"): ShiftedLognormal(least: 5, median: 6, sigma: 0.6)
        case (.arrived, "ALK"), (.borderArrived, "ALK"), (.arrived, "KHG"), (.borderArrived, "KHG"):
            ShiftedLognormal(least: 2, median: 20, sigma: 0.8)
        case (.borderDeparted, "ALK"), (.borderDeparted, "KHG"): ShiftedLognormal(least: 0.3, median: 2, sigma: 0.8)
        case (.borderArrived, "DST"), (.borderArrived, "ALT"): ShiftedLognormal(least: 2, median: 14, sigma: 0.9)
        case (.borderArrived, "MAA"), (.arrived, "MAA"), (.borderArrived, "BQT"):
            ShiftedLognormal(least: 3, median: 26, sigma: 0.9)
        case (.borderDeparted, "MAA"), (.departed, "MAA"): ShiftedLognormal(least: 10, median: 24, sigma: 0.7)
        default: nil
        }
    }

    static func time(of leg: Leg) -> ShiftedLognormal {
        particular(leg) ?? after(leg.after)
    }

    private static func after(_ milestone: Milestone) -> ShiftedLognormal {
        switch milestone.stage {
        case .origin: ShiftedLognormal(least: 1, median: 16, sigma: 1)
        case .export: ShiftedLognormal(least: 0.5, median: 14, sigma: 1)
        case .rail: rail(milestone)
        case .border: ShiftedLognormal(least: 1, median: 16, sigma: 1)
        case .import: ShiftedLognormal(least: 1, median: 18, sigma: 0.9)
        case .lastMile: milestone == .outForDelivery ? lastRound : ShiftedLognormal(least: 1, median: 20, sigma: 0.9)
        // Corrections come late if at all.
        case .end: ShiftedLognormal(least: 1, median: 96, sigma: 1)
        }
    }

    private static let lastRound = ShiftedLognormal(least: 0.5, median: 5, sigma: 0.7)

    private static func rail(_ milestone: Milestone) -> ShiftedLognormal {
        switch milestone {
        case .loaded: ShiftedLognormal(least: 0.5, median: 6, sigma: 0.9)
        case .departed, .passed, .attached: ShiftedLognormal(least: 2, median: 14, sigma: 1)
        case .stuffed, .gatedIn, .gatedOut: ShiftedLognormal(least: 1, median: 24, sigma: 0.9)
        case .detached, .rolled: ShiftedLognormal(least: 6, median: 48, sigma: 0.9)
        default: ShiftedLognormal(least: 1, median: 24, sigma: 1)
        }
    }
}
