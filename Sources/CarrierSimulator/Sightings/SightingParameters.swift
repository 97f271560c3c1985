/// What is seen of a simulated world when its manifests are missing; shares are probabilities from 0 to 1.
///
/// The defaults are those of algorithms §2.3 and Appendix A, and harder where those say nothing: scans of a bag are
/// wrong together, some containers are never told of, some lists are split without notice, bag numbers are issued in
/// blocks.
public struct SightingParameters: Hashable, Sendable {
    public var departureScanShare = 0.55
    public var borderScanShare = 0.50
    public var customsListShare = 0.35
    public var wrongDestinationShare = 0.03
    /// Lists of which a bag or two went into another container.
    public var splitListShare = 0.08
    /// Of those, the ones that the other container's papers name too.
    public var toldSplitShare = 0.5
    /// Numbers, of lists and of bags, received with one edit.
    public var corruptedShare = 0.10
    /// Scans that are off by hours or days, half of them a whole bag at once.
    public var wideScanShare = 0.06
    /// Scans of which only the day is known.
    public var dayOnlyShare = 0.10
    /// Bags whose scans all carry one time, since the bag was scanned and not its parcels.
    public var bagScanShare = 0.25
    public var bagNumberShare = 0.95
    public var sealedShare = 0.85
    public var listsToldShare = 0.90
    public var crossingShare = 0.90
    /// Containers that nobody told us of; their parcels are in none of the candidates.
    public var untoldContainerShare = 0.02
    /// Rolled containers that the tables keep on the train they missed.
    public var untoldRollShare = 0.2
    public var bagsPerList = 3

    public init() {}
}
