/// The table of the corridor's places, from Urumqi to the hubs of Europe.
///
/// Read once, when first asked for: a table of text compiles and starts faster than 88 initialisers. Each line is
///
///     code | UN/LOCODE | country | zone | gauge in | gauge out | border | km | latitude | longitude | en | zh | ru
///
/// Kilometres from Urumqi are those of the route by Alashankou or Khorgos and Malaszewicze, many of them estimates.
enum CorridorPlaces {
    static let tables = [china, kazakhstan, eastEurope, caspian, europe]
}
