/// What the weights of evidence are reckoned from.
///
/// The built-in values (`learned`) were counted by `LinkingLearner` on simulated worlds of other seeds than those that
/// are reported; `Scripts/bench links-learn` makes them again. `m` is a level's share among true pairs.
public struct LinkingParameters: Hashable, Sendable {
    /// From the sorting of one parcel to the sealing of its container.
    public var sortedToSealed: TimeLevels
    /// From the median sorting of a bag's parcels, three or more, to the sealing.
    public var bagToSealed: TimeLevels
    /// From the sorting to the departure, where nobody told the sealing.
    public var sortedToDeparture: TimeLevels
    /// From the train's departure to the parcel's departure scan: a narrow core, and carriers off by whole days.
    public var departureScan: TimeLevels
    /// From the container's border event to the parcel's.
    public var borderScan: TimeLevels
    /// Share of parcels whose stated hub is their container's.
    public var sameHub = 0.97
    /// Share of parcels whose door is in the country of their container's hub; hubs serve neighbours too. Judged.
    public var sameCountry = 0.6
    /// Share of parcels whose stated service is their container's. Judged, as no labelled pairs state one.
    public var sameService = 0.95
    /// Share of lists stated once that only other containers carry: misread, or split without notice.
    public var listElsewhere = 0.08
    /// The same of lists that several parcels of a bag state; what they all misread is rare, what was split stays.
    public var repeatedListElsewhere = 0.05
    /// Share of stated lists that nobody is known to carry, for a container whose lists were told.
    public var listUnknown = 0.10
    /// Share of bags whose number is on the container's own list of bags, where that number is known at all. Judged.
    public var bagAboard = 0.97
    /// Share of bags that are with the known rest of their parcels. Judged: a split bag is rare.
    public var withNeighbours = 0.97
    /// Share of open bags that are just what a container lacks, among those that end a manifest. Judged.
    public var fillsRemainder = 0.5
    /// Share of parcels whose bag number is another bag's.
    public var misfiled = 0.02
    /// Weight of the evidence of one parcel among those of its bag, above 0 to 1: they are not independent. Where the
    /// scans of a bag go wrong together the log-loss chooses less than the 0.5 to 1 of §2.3.
    public var temper = 0.5
    /// Least probability that the container is none of the candidates.
    public var none = 0.02
    /// Share of the containers nobody told of that ride on a train known by its others. Judged.
    public var untoldOnKnownTrain = 0.5
    /// Hours between a scan and a container's time beyond which it is no candidate.
    public var windowHours = 336.0
    /// Hours by which a clock may be wrong before a hard rule is broken.
    public var slackHours = 3.0
    /// Hours from the departure to the first hub that can be reached: 26 to Almaty, by the least leg times of §3.
    public var leastTransitHours = 26.0
    /// Gross weight may exceed what is declared by this factor.
    public var weightTolerance = 1.03
    public var calibration = LinkingCalibration()

    public init(
        sortedToSealed: TimeLevels, bagToSealed: TimeLevels, sortedToDeparture: TimeLevels, departureScan: TimeLevels,
        borderScan: TimeLevels
    ) {
        self.sortedToSealed = sortedToSealed
        self.bagToSealed = bagToSealed
        self.sortedToDeparture = sortedToDeparture
        self.departureScan = departureScan
        self.borderScan = borderScan
    }
}
