extension Settings {
    /// Yes or no, as YAML writes them: `true`, `false`, and the `yes`, `no`, `on` and `off` of YAML 1.1.
    struct Choice: SettingValue {
        static let noun = "true or false"
        static let remedy = "write true or false"

        let isYes: Bool

        init?(_ description: String) {
            switch description.lowercased() {
            case "true", "yes", "on": isYes = true
            case "false", "no", "off": isYes = false
            default: return nil
            }
        }

        var description: String { isYes ? "true" : "false" }
    }
}
