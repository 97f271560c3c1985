import Foundation
import Yams

/// Turns the text of a settings file into settings, or into everything that is wrong with it.
public enum SettingsReader {
    /// Reads a settings file.
    ///
    /// - Parameters:
    ///   - yaml: the file's text
    ///   - file: the file's path, for messages and as the folder that relative paths start from
    ///   - environment: the variables of the process
    ///   - secrets: how far the secrets are looked at
    /// - Throws: every mistake, not only the first; only a file that is no YAML at all has a single one.
    public static func read(
        yaml: String, file: String, environment: [String: String], secrets: SecretCheck = .named
    ) throws(SettingsProblems) -> Settings {
        let document = try parse(yaml, file: file)
        guard let root = document.root else { return Settings(file: file) }
        var scan = SettingsScan(file: file, repeated: document.repeated, environment: environment, secrets: secrets)
        let settings = scan.settings(SettingsField(node: root, path: "", mark: root.mark))
        guard scan.problems.isEmpty else { throw SettingsProblems(scan.problems) }
        return settings
    }

    private static func parse(_ yaml: String, file: String) throws(SettingsProblems) -> SettingsDocument {
        do {
            return try SettingsDocument(yaml: yaml, file: file)
        } catch {
            throw SettingsProblems([error])
        }
    }
}

extension SettingsScan {
    /// The whole file.
    mutating func settings(_ root: SettingsField) -> Settings {
        var settings = Settings(file: file)
        guard !root.isEmpty else { return settings }
        let known = ["database", "inbox", "carriers", "places", "report_zone", "shared_evidence"]
        guard let keys = keys(of: root, known: known) else { return settings }
        settings.database = path(keys["database"])
        settings.inbox = inboxes(keys["inbox"])
        settings.carriers = carriers(keys["carriers"])
        settings.places = path(keys["places"])
        settings.reportZone = zone(keys["report_zone"]) ?? settings.reportZone
        settings.sharedEvidence = value(Settings.Choice.self, keys["shared_evidence"])?.isYes ?? settings.sharedEvidence
        return settings
    }

    /// The folders; one that stands twice would be read by two rules.
    private mutating func inboxes(_ field: SettingsField?) -> [Settings.Inbox] {
        var found: [Settings.Inbox] = []
        for element in elements(of: field, remedy: "start each folder with - path:") {
            guard let inbox = inbox(element) else { continue }
            if found.contains(where: { $0.path == inbox.path }) {
                report(element, "\(quoted(inbox.path)) stands here already", "keep one of them")
            } else {
                found.append(inbox)
            }
        }
        return found
    }

    private mutating func inbox(_ field: SettingsField) -> Settings.Inbox? {
        guard let keys = keys(of: field, known: ["path", "profile", "expect"]) else { return nil }
        let named = required("path", in: keys, of: field, remedy: "name the folder: path: /srv/caravan/in")
        let folder = named.flatMap { absolute($0, keys["path"] ?? field) }
        let profile = profile(keys["profile"])
        let expect = value(Settings.Expectation.self, keys["expect"])
        return folder.map { Settings.Inbox(path: $0, profile: profile, expect: expect) }
    }

    /// A path, made absolute.
    mutating func path(_ field: SettingsField?) -> String? {
        guard let field, let text = text(field, remedy: "write a path") else { return nil }
        return absolute(text, field)
    }

    private mutating func absolute(_ text: String, _ field: SettingsField) -> String? {
        let path = paths.absolute(text)
        if path == nil { report(field, "~ has no meaning here: HOME is not set", "write the whole path") }
        return path
    }

    /// A profile: a path when it looks like one, else a name.
    mutating func profile(_ field: SettingsField?) -> Settings.Profile? {
        let remedy = "name a built-in profile, or the path of a file: ./line-a.yaml"
        guard let field, let text = text(field, remedy: remedy) else { return nil }
        if text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml") {
            return absolute(text, field).map(Settings.Profile.file)
        }
        return .builtIn(text)
    }

    /// The name of a zone.
    mutating func zone(_ field: SettingsField?) -> String? {
        let remedy = "write a zone's name: Asia/Shanghai, Asia/Almaty, Europe/Berlin"
        guard let field, let text = text(field, remedy: remedy) else { return nil }
        guard TimeZone(identifier: text) != nil else {
            report(field, "\(quoted(text)) is not a known zone", remedy)
            return nil
        }
        return text
    }
}
