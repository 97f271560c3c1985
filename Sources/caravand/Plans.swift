import Foundation
import Messages
import Polling
import Settings
import Store
import Terminal
import Tracking

/// Makes plans of the carriers in the settings, with what their profiles say where the settings say nothing.
struct Plans {
    private let settings: Settings
    private let environment: [String: String]

    init(_ settings: Settings, environment: [String: String]) {
        self.settings = settings
        self.environment = environment
    }

    /// - Throws: `CommandFailure` for a profile or a secret that cannot be used.
    func all(_ library: ProfileLibrary) throws -> [CarrierPlan] {
        try settings.carriers.map { try plan($0, library) }
    }

    /// The built-in profiles and those of files that the settings name.
    func library() throws -> ProfileLibrary {
        let named = settings.carriers.map(\.profile) + settings.inbox.compactMap(\.profile)
        let paths = named.compactMap { if case .file(let path) = $0 { path } else { nil } }
        do {
            return try ProfileLibrary(userFiles: Array(Set(paths)).sorted())
        } catch {
            throw CommandFailure(error)
        }
    }

    private func plan(_ carrier: Settings.Carrier, _ library: ProfileLibrary) throws -> CarrierPlan {
        let profile = try profile(of: carrier, library)
        guard let ask = profile.ask else {
            throw failure(
                carrier, "its profile \(profile.name) reads documents and asks nobody",
                "remove the carrier, or name a profile that asks; `caravan carriers` lists them")
        }
        guard let baseURL = carrier.baseURL else {
            throw failure(carrier, "it has no base_url", "add base_url: https://…")
        }
        let quiet = try quietHours(of: carrier)
        let rate = carrier.rate?.perSecond ?? ask.rate.map { $0.perSecond } ?? 1
        return CarrierPlan(
            name: carrier.name, profile: profile, baseURL: baseURL, secret: try secret(of: carrier, ask),
            requestsPerSecond: rate, quotaPerDay: carrier.quota?.perDay ?? ask.quota?.requestsPerDay,
            quiet: quiet, concurrent: carrier.concurrent ?? 2, watch: carrier.watch.compactMap(WatchRule.init),
            interval: carrier.interval?.duration, certificateFile: carrier.caFile)
    }

    private func quietHours(of carrier: Settings.Carrier) throws -> QuietHours? {
        guard let quiet = carrier.quiet else { return nil }
        let name = carrier.quietZone ?? settings.reportZone
        guard let zone = TimeZone(identifier: name),
            let hours = QuietHours(from: quiet.from.minutes, until: quiet.until.minutes, zone: zone)
        else {
            throw failure(
                carrier, "its quiet hours \(quiet) in \(name) are none", "write quiet: \"22:00-06:00\" and quiet_zone:")
        }
        return hours
    }

    private func profile(of carrier: Settings.Carrier, _ library: ProfileLibrary) throws -> Profile {
        let found: Profile?
        switch carrier.profile {
        case .builtIn(let name): found = library.profile(named: name)
        case .file(let path):
            do {
                found = try Profile(contentsOfFile: path)
            } catch {
                throw CommandFailure(error)
            }
        }
        guard let found else {
            throw failure(carrier, "there is no profile \(carrier.profile)", "`caravan carriers` lists the profiles")
        }
        return found
    }

    private func secret(of carrier: Settings.Carrier, _ ask: AskTemplate) throws -> String? {
        guard let reference = carrier.secret else {
            guard !ask.needsSecret else {
                throw failure(
                    carrier, "its profile needs a secret", "add secret: env:NAME, file:PATH or credential:NAME")
            }
            return nil
        }
        do {
            return try reference.resolve(environment: environment, readFile: SecretFile.read).reveal()
        } catch {
            throw failure(carrier, error.message, error.remedy)
        }
    }

    private func failure(_ carrier: Settings.Carrier, _ why: String, _ remedy: String) -> CommandFailure {
        CommandFailure(
            "cannot ask", on: carrier.name, why: why, try: remedy, kind: "bad-settings", status: .badSettings)
    }
}

extension Settings.TimeOfDay {
    /// Minutes since midnight.
    fileprivate var minutes: Int { hour * 60 + minute }
}

extension AskRate {
    fileprivate var perSecond: Double {
        Double(requests) * 1000 / Double(max(interval.wholeMilliseconds, 1))
    }

    fileprivate var requestsPerDay: Int {
        Int(perSecond * 86400)
    }
}

extension WatchRule {
    fileprivate init?(_ rule: Settings.WatchRule) {
        switch rule {
        case .kind(let word):
            guard let kind = SubjectKind(rawValue: word) else { return nil }
            self = .kind(kind)
        case .pattern(let pattern): self = .pattern(pattern)
        }
    }
}
