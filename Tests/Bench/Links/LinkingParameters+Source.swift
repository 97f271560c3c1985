import Linking

extension LinkingParameters {
    /// The learned values as the text of `LinkingParameters+Learned.swift`.
    var source: String {
        """
        extension LinkingParameters {
            /// Made by `Scripts/bench links-learn` from simulated worlds of 86,400 parcels (algorithms §2.3, Appendix A): shares
            /// counted on seeds \(LinkTraining.countedOn), `temper` chosen by log-loss on \(LinkTraining.temperedOn), calibration fitted on
            /// \(LinkTraining.calibratedOn). What real papers and carriers are worth must be learned from them.
            public static let learned: LinkingParameters = {
                var result = LinkingParameters(
                    sortedToSealed: TimeLevels(\(Self.text(sortedToSealed))),
                    bagToSealed: TimeLevels(\(Self.text(bagToSealed))),
                    sortedToDeparture: TimeLevels(\(Self.text(sortedToDeparture))),
                    departureScan: TimeLevels(\(Self.text(departureScan))),
                    borderScan: TimeLevels(\(Self.text(borderScan))))
                result.sameHub = \(sameHub.fixed(4))
                result.listElsewhere = \(listElsewhere.fixed(4))
                result.repeatedListElsewhere = \(repeatedListElsewhere.fixed(4))
                result.listUnknown = \(listUnknown.fixed(4))
                result.temper = \(temper.fixed(1))
                result.calibration.containerOfOne = IsotonicMap([\(Self.text(calibration.containerOfOne))])
                result.calibration.containerOfBag = IsotonicMap([\(Self.text(calibration.containerOfBag))])
                result.calibration.trainOfOne = IsotonicMap([\(Self.text(calibration.trainOfOne))])
                result.calibration.trainOfBag = IsotonicMap([\(Self.text(calibration.trainOfBag))])
                return result
            }()
        }
        """
    }

    private static func text(_ levels: TimeLevels) -> String {
        "edges: \(levels.edges), shares: [\(levels.shares.map { $0.fixed(4) }.joined(separator: ", "))]"
    }

    private static func text(_ map: IsotonicMap) -> String {
        map.thinned(0.003).knots.map { ".init(\($0.stated.fixed(5)), \($0.observed.fixed(4)))" }.joined(separator: ", ")
    }
}
