extension Settings {
    /// The settings that hold, as a tree: the one source of the text and of the JSON.
    public var effective: EffectiveValue {
        .mapping([
            .init(key: "file", value: EffectiveValue(file)),
            .init(key: "database", value: EffectiveValue(database)),
            .init(key: "inbox", value: .list(inbox.map(\.effective))),
            .init(key: "carriers", value: .list(carriers.map(\.effective))),
            .init(key: "places", value: EffectiveValue(places)),
            .init(key: "report_zone", value: .text(reportZone)),
            .init(key: "shared_evidence", value: .flag(sharedEvidence)),
        ])
    }

    /// The same as YAML. It reads back as these settings: the file's name is a comment, what is not set is left out.
    public var effectiveText: String {
        var lines = [file.map { "# from \(YAMLText.comment($0))" } ?? "# no settings file: these are the defaults"]
        guard case .mapping(let entries) = effective else { return "" }
        for entry in entries where entry.key != "file" {
            lines += YAMLText.lines(entry, indent: "")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Settings: Encodable {
    /// The effective values, under the names they have in the file.
    public func encode(to encoder: any Encoder) throws {
        try effective.encode(to: encoder)
    }
}

extension Settings.Inbox {
    var effective: EffectiveValue {
        .mapping([
            .init(key: "path", value: .text(path)),
            .init(key: "profile", value: EffectiveValue(profile)),
            .init(key: "expect", value: EffectiveValue(expect)),
        ])
    }
}

extension Settings.Carrier {
    var effective: EffectiveValue {
        .mapping([
            .init(key: "name", value: .text(name)),
            .init(key: "profile", value: .text(profile.description)),
            .init(key: "base_url", value: EffectiveValue(baseURL)),
            .init(key: "secret", value: EffectiveValue(secret)),
            .init(key: "rate", value: EffectiveValue(rate)),
            .init(key: "quota", value: EffectiveValue(quota)),
            .init(key: "quiet", value: EffectiveValue(quiet)),
            .init(key: "quiet_zone", value: EffectiveValue(quietZone)),
            .init(key: "concurrent", value: concurrent.map(EffectiveValue.number) ?? .none),
            .init(key: "watch", value: .list(watch.map { .text($0.description) })),
            .init(key: "ca_file", value: EffectiveValue(caFile)),
            .init(key: "interval", value: EffectiveValue(interval)),
        ])
    }
}
