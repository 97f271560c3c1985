/// Finds the settings file and the database.
public struct SettingsLocator: Sendable {
    private let environment: [String: String]
    private let files: SettingsFiles

    /// - Parameters:
    ///   - environment: the variables of the process
    ///   - files: how files are read
    public init(environment: [String: String], files: SettingsFiles = .disk) {
        self.environment = environment
        self.files = files
    }

    /// The settings that hold: of the named file, or of the first default place that has one, or the defaults.
    ///
    /// A file that somebody named must exist. Without any file the YAML parser is not touched.
    /// - Parameters:
    ///   - named: the value of `--settings`
    ///   - secrets: how far the secrets are looked at
    /// - Throws: `SettingsFileFailure` or `SettingsProblems`
    public func load(named: String? = nil, secrets: SecretCheck = .named) throws -> Settings {
        if let named { return try load(named, namedBy: "--settings", secrets: secrets) }
        if let path = variable("CARAVAN_SETTINGS") {
            return try load(path, namedBy: "CARAVAN_SETTINGS", secrets: secrets)
        }
        for path in defaultPlaces {
            if let text = try files.text(path) { return try read(text, path, secrets) }
        }
        return Settings()
    }

    /// Where settings are looked for when nobody names a file, in order.
    public var defaultPlaces: [String] {
        let personal = folder("XDG_CONFIG_HOME", fallback: "/.config").map { $0 + "/caravan/caravan.yaml" }
        return [personal, "/etc/caravan/caravan.yaml"].compactMap { $0 }
    }

    /// The database: `--database`, `CARAVAN_DATABASE`, the settings, the folder for a person's data.
    public func database(named: String? = nil, settings: Settings) throws(SettingsFileFailure) -> String {
        if let path = named ?? variable("CARAVAN_DATABASE") ?? settings.database { return path }
        guard let folder = folder("XDG_DATA_HOME", fallback: "/.local/share") else { throw .noHome }
        return folder + "/caravan/caravan.db"
    }

    private func load(_ path: String, namedBy: String, secrets: SecretCheck) throws -> Settings {
        guard let text = try files.text(path) else {
            throw SettingsFileFailure.missing(path: path, namedBy: namedBy)
        }
        return try read(text, path, secrets)
    }

    private func read(_ text: String, _ path: String, _ secrets: SecretCheck) throws(SettingsProblems) -> Settings {
        try SettingsReader.read(yaml: text, file: path, environment: environment, secrets: secrets)
    }

    /// An empty variable counts as unset.
    private func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A base folder; the XDG specification tells us to ignore a relative one.
    private func folder(_ name: String, fallback: String) -> String? {
        if let path = variable(name), path.hasPrefix("/") { return path }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return home + fallback
    }
}
