extension LinkingParameters {
    /// Counted on simulated worlds; see `LinkingLearner`.
    public static let learned = LinkingParameters(
        sortedToSealed: TimeLevels(
            edges: [-3, 0, 3, 6, 9, 12, 18, 24, 36], shares: [0.001, 0.05, 0.12, 0.17, 0.18, 0.31, 0.13, 0.02]),
        bagToSealed: TimeLevels(
            edges: [-3, 0, 3, 6, 9, 12, 18, 24, 36], shares: [0.001, 0.02, 0.12, 0.2, 0.2, 0.35, 0.1, 0.005]),
        sortedToDeparture: TimeLevels(
            edges: [0, 12, 24, 36, 48, 60, 72, 96, 120], shares: [0.01, 0.12, 0.25, 0.25, 0.2, 0.1, 0.05, 0.01]),
        departureScan: TimeLevels(
            edges: [-72, -48, -24, -12, -6, -4, -2, 0, 2, 4, 6, 12, 24, 48, 72],
            shares: [0.005, 0.01, 0.01, 0.01, 0.05, 0.14, 0.28, 0.28, 0.14, 0.05, 0.01, 0.01, 0.01, 0.005]),
        borderScan: TimeLevels(
            edges: [-72, -48, -24, -12, -6, -4, -2, 0, 2, 4, 6, 12, 24, 48, 72],
            shares: [0.005, 0.01, 0.01, 0.01, 0.05, 0.14, 0.28, 0.28, 0.14, 0.05, 0.01, 0.01, 0.01, 0.005]))
}
