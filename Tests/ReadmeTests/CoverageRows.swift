import Foundation

/// The table of what each profile can tell, made from `caravan carriers --json`.
enum CoverageRows {
    struct Listing: Decodable {
        struct Tells: Decodable {
            var events, links, aliases, estimates: Bool
            var history, credentials: String?
        }

        struct Profile: Decodable {
            var name, title: String
            var about: [String]
            var tells: Tells
        }

        var profiles: [Profile]
    }

    static let header = [
        "| profile | what it reads | asks about | events | links | aliases | ETA | history | credentials |",
        "|---|---|---|---|---|---|---|---|---|",
    ]

    static func markdown(_ json: String) throws -> [String] {
        let listing = try JSONDecoder().decode(Listing.self, from: Data(json.utf8))
        return header + listing.profiles.map(row)
    }

    private static func row(_ profile: Listing.Profile) -> String {
        let tells = profile.tells
        let marks = [tells.events, tells.links, tells.aliases, tells.estimates].map { $0 ? "yes" : "" }
        let about = profile.about.isEmpty ? "imported" : profile.about.joined(separator: ", ")
        let cells =
            ["`\(profile.name)`", profile.title, about] + marks + [tells.history ?? "", tells.credentials ?? ""]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
