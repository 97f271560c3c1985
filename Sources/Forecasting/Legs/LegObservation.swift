/// How long one leg took once.
public struct LegObservation: Hashable, Sendable {
    public var leg: Leg
    public var span: ObservedSpan

    public init(_ leg: Leg, _ span: ObservedSpan) {
        self.leg = leg
        self.span = span
    }
}
