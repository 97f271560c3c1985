/// Other names of the corridor's places, in any language, as messages and people write them.
///
/// Each line is a place and its names; a place has as many lines as it needs. Names differing only in what `PlaceName`
/// folds away stand once. After `@` stands a country with which alone the names hold: "Khorgos" is the Chinese station
/// unless somebody says it is in Kazakhstan, where it means Altynkol.
enum CorridorNames {
    static let tables = [china, kazakhstan, eastEurope, caspian, europe]
}
