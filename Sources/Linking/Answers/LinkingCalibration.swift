/// What a reckoned probability has turned out to be worth, for what was pooled and what stands alone.
public struct LinkingCalibration: Hashable, Sendable {
    public var containerOfOne = IsotonicMap.identity
    public var containerOfBag = IsotonicMap.identity
    public var trainOfOne = IsotonicMap.identity
    public var trainOfBag = IsotonicMap.identity

    public init() {}

    func container(pooled: Bool) -> IsotonicMap { pooled ? containerOfBag : containerOfOne }
    func train(pooled: Bool) -> IsotonicMap { pooled ? trainOfBag : trainOfOne }
}
