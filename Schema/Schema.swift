/// The schema of the database, as the ordered list of its migrations. A migration that has shipped is never edited.
public enum Schema {
    /// One step of the schema: a name that is recorded in the database, and its SQL.
    public struct Migration: Sendable {
        public var name: String
        public var sql: String
    }

    /// Every migration, oldest first; a test compares the list with the folder.
    public static let migrations: [Migration] = [
        Migration(
            name: "v0001_archive_events_links",
            sql: String(decoding: PackageResources.v0001_archive_events_links_sql, as: UTF8.self)),
        Migration(
            name: "v0002_people",
            sql: String(decoding: PackageResources.v0002_people_sql, as: UTF8.self)),
        Migration(
            name: "v0003_inbox", sql: String(decoding: PackageResources.v0003_inbox_sql, as: UTF8.self)),
        Migration(
            name: "v0004_link_retractions",
            sql: String(decoding: PackageResources.v0004_link_retractions_sql, as: UTF8.self)),
        Migration(
            name: "v0005_inferred_links",
            sql: String(decoding: PackageResources.v0005_inferred_links_sql, as: UTF8.self)),
        Migration(
            name: "v0006_conditional_requests",
            sql: String(decoding: PackageResources.v0006_conditional_requests_sql, as: UTF8.self)),
        Migration(
            name: "v0007_manners", sql: String(decoding: PackageResources.v0007_manners_sql, as: UTF8.self)),
        Migration(
            name: "v0008_schedule", sql: String(decoding: PackageResources.v0008_schedule_sql, as: UTF8.self)),
    ]

    /// Marks a file as a Caravan database: `CRVN`.
    public static let applicationID: Int32 = 0x4352_564E
}
