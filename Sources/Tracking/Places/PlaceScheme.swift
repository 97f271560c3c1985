/// What a text that names a place may be.
public enum PlaceScheme: String, Sendable, Hashable, CaseIterable {
    /// Our own code.
    case node
    /// UN/LOCODE.
    case unlocode
    /// Station of the 1520 mm railways: six digits, or five without the check digit.
    case esr
    /// Location of the European railways (TAF TSI): the country's two letters and five digits, such as `PL04283`.
    case uic
    /// Chinese station: five digits (GB/T 10302).
    case tmis
    /// Chinese station: three letters (电报码).
    case telegraph
    /// A name in any language.
    case name

    /// In this order a text that nobody explained is tried.
    ///
    /// The codes of the corridor collide with each other and with its names nowhere, which a test watches; ours come
    /// after UN/LOCODE because those are the ones that messages hold.
    static let unexplained: [PlaceScheme] = [.unlocode, .node, .esr, .tmis, .telegraph, .name]

    /// Whether a text may be taken for a code of the scheme although nobody says it is one: five digits may be a Chinese
    /// station as well as a Russian one without its check digit.
    func mayBeUnexplained(_ text: String) -> Bool {
        self != .esr || text.utf8.count == 6
    }
}
