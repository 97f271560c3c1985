public import Settings

extension CommonOptions {
    /// The settings that hold for these options.
    ///
    /// - Throws: `CommandFailure` with every mistake of the file.
    public func loadSettings(environment: [String: String], secrets: SecretCheck = .named) throws -> Settings {
        do {
            return try SettingsLocator(environment: environment).load(named: settings, secrets: secrets)
        } catch let problems as SettingsProblems {
            throw CommandFailure(problems)
        } catch let failure as SettingsFileFailure {
            throw CommandFailure(failure)
        }
    }

    /// Where the database is: the option, the environment, the settings, the folder for a person's data.
    public func databasePath(_ settings: Settings, environment: [String: String]) throws -> String {
        do {
            return try SettingsLocator(environment: environment).database(named: database, settings: settings)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension CommandFailure {
    init(_ failure: SettingsFileFailure) {
        let isMissing = if case .missing = failure { true } else { false }
        self.init(
            "cannot read the settings", why: failure.message, try: failure.remedy, kind: "settings-file",
            status: isMissing ? .noSuchFile : .badSettings)
    }
}

extension CommandFailure {
    init(_ problems: SettingsProblems) {
        let count = problems.problems.count
        self.init(
            "cannot use the settings", why: count == 1 ? "there is a mistake" : "there are \(count) mistakes",
            details: problems.problems.map(\.description), try: "caravan settings --example", kind: "bad-settings",
            status: .badSettings)
    }
}
