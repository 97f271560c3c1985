/// Paints text, or leaves it as it is where colour is not wanted.
public struct Palette: Equatable, Sendable {
    public let isEnabled: Bool

    /// Paints everything or nothing.
    public init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    /// Colour on a terminal that shows it, unless `NO_COLOR` is set to anything.
    public init(isTerminal: Bool, environment: [String: String]) {
        let refused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        isEnabled = isTerminal && !refused
    }

    /// Without colour.
    public static let plain = Palette(isEnabled: false)

    /// The text in a style. It must be safe already: escape sequences are added, none are looked for.
    public func paint(_ text: String, _ style: Style) -> String {
        guard isEnabled, let code = style.code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
