extension SettingsScan {
    private static let carrierKeys = [
        "name", "profile", "base_url", "secret", "rate", "quota", "quiet", "quiet_zone", "concurrent", "watch",
        "ca_file", "interval",
    ]

    /// The carriers; two of the same name are a mistake, since health and schedule are kept by name.
    mutating func carriers(_ field: SettingsField?) -> [Settings.Carrier] {
        var found: [Settings.Carrier] = []
        var paths: [String: String] = [:]
        for element in elements(of: field, remedy: "start each carrier with - name:") {
            guard let keys = keys(of: element, known: Self.carrierKeys) else { continue }
            let name = required("name", in: keys, of: element, remedy: "give it a name of your own: name: line-a")
            if let name, let first = paths[name] {
                report(keys["name"] ?? element, "\(first) is called \(quoted(name)) already", "give it another name")
            } else if let name {
                paths[name] = element.path
            }
            if let carrier = carrier(name, keys, element) { found.append(carrier) }
        }
        return found
    }

    /// Reads every key before it gives up on one, so that all mistakes are seen.
    private mutating func carrier(
        _ name: String?, _ keys: [String: SettingsField], _ element: SettingsField
    ) -> Settings.Carrier? {
        let profile = carrierProfile(keys, element)
        let rate = value(Settings.Rate.self, keys["rate"])
        let quota = value(Settings.Quota.self, keys["quota"])
        let quiet = value(Settings.QuietHours.self, keys["quiet"])
        let quietZone = quietZone(keys)
        let interval = value(Settings.Interval.self, keys["interval"])
        let baseURL = baseURL(keys["base_url"])
        let secret = secret(keys["secret"])
        let concurrent = concurrent(keys["concurrent"])
        let watch = watch(keys["watch"])
        let caFile = path(keys["ca_file"])
        guard let name, let profile else { return nil }
        return Settings.Carrier(
            name: name, profile: profile, baseURL: baseURL, secret: secret, rate: rate, quota: quota, quiet: quiet,
            quietZone: quietZone, concurrent: concurrent, watch: watch, caFile: caFile, interval: interval)
    }

    private mutating func quietZone(_ keys: [String: SettingsField]) -> String? {
        let zone = zone(keys["quiet_zone"])
        if let field = keys["quiet_zone"], keys["quiet"] == nil {
            report(field, "there are no quiet hours to be in a zone", "add quiet: \"22:00-06:00\", or remove the key")
        }
        return zone
    }

    private mutating func carrierProfile(
        _ keys: [String: SettingsField], _ element: SettingsField
    ) -> Settings.Profile? {
        if let field = keys["profile"] { return profile(field) }
        _ = required("profile", in: keys, of: element, remedy: "name how it is asked: profile: dcsa")
        return nil
    }

    private mutating func baseURL(_ field: SettingsField?) -> String? {
        guard let field, let text = text(field, remedy: "write https://HOST") else { return nil }
        do {
            return try BaseAddress.read(text)
        } catch {
            report(field, error.message, error.remedy)
            return nil
        }
    }

    /// What stands here is never repeated in a message: it may be the key itself, pasted by mistake.
    private mutating func secret(_ field: SettingsField?) -> SecretReference? {
        guard let field, let text = text(field, remedy: SecretReference.remedy) else { return nil }
        guard let written = SecretReference(text) else {
            report(field, "this is not \(SecretReference.noun)", SecretReference.remedy)
            return nil
        }
        guard let reference = located(written, field) else { return nil }
        if let failure = failure(of: reference) { report(field, failure.message, failure.remedy) }
        return reference
    }

    private mutating func located(_ reference: SecretReference, _ field: SettingsField) -> SecretReference? {
        guard case .file(let path) = reference else { return reference }
        guard let absolute = paths.absolute(path) else {
            report(field, "~ has no meaning here: HOME is not set", "write the whole path")
            return nil
        }
        return .file(absolute)
    }

    private func failure(of reference: SecretReference) -> SecretFailure? {
        do throws(SecretFailure) {
            switch secrets {
            case .skipped: break
            case .fetched(let readFile): _ = try reference.resolve(environment: environment, readFile: readFile)
            case .named:
                // Files are taken as good: their text is not opened before a carrier is asked.
                _ = try reference.resolve(environment: environment) { _ throws(SecretFailure) in
                    SecretFile(text: "not opened", mode: 0)
                }
            }
            return nil
        } catch {
            return error
        }
    }

    private mutating func concurrent(_ field: SettingsField?) -> Int? {
        let remedy = "write how many requests may be in flight, 1 to 100"
        guard let field, let text = text(field, remedy: remedy) else { return nil }
        guard let number = WholeNumber.read(text), (1...100).contains(number) else {
            report(field, "\(quoted(text)) is not a number of requests", remedy)
            return nil
        }
        return number
    }

    private mutating func watch(_ field: SettingsField?) -> [Settings.WatchRule] {
        elements(of: field, remedy: "write a list: [container] or [\"HLBU*\"]").compactMap { element in
            guard let word = element.text, Settings.WatchRule(word) == nil,
                let kind = NearestName.of(word, among: Settings.WatchRule.kinds)
            else { return value(Settings.WatchRule.self, element) }
            report(element, "\(quoted(word)) is not \(Settings.WatchRule.noun)", "did you mean \(kind)?")
            return nil
        }
    }
}
