/// The places we know: the corridor's own and what a user adds to them.
public struct Places: Sendable {
    /// The 88 nodes of the corridor.
    public static let corridor = Places()

    private var added = PlaceTable()
    private var addedCodes = PlaceCodes()
    private var addedNames = PlaceNames()

    private init() {}

    /// Every place, the corridor's from Urumqi on first.
    public var all: [Place] {
        Corridor.table.places.map { added[$0.code] ?? $0 } + added.places.filter { Corridor.table[$0.code] == nil }
    }

    public func place(code: String) -> Place? {
        added[code] ?? Corridor.table[code]
    }

    /// The place an event's reference stands for, or that a fact tells in words (`Duisburg`, `杜伊斯堡`); nil when it
    /// could not be resolved.
    public func place(for reference: PlaceReference) -> Place? {
        if let place = place(code: reference.text) { return place }
        guard reference.isResolved else { return nil }
        // Most tables write the name itself; to try it spares a lookup the index of all spellings.
        let named = Corridor.table.places.filter { $0.nameEN == reference.text || $0.nameZH == reference.text }
        if named.count == 1, added.places.isEmpty { return named.first }
        return place(code: resolve(scheme: nil, value: reference.text, country: nil).text)
    }

    /// ISO 3166 alpha-2 of a country of the corridor by its name in any of its languages; nil for any other text.
    public static func country(named name: String) -> String? {
        CountryNames.code(of: name)
    }

    /// The place that a message means.
    ///
    /// - Parameters:
    ///   - scheme: a `PlaceScheme`, or nil when nobody says what the text is; then all are tried.
    ///   - country: ISO 3166 alpha-2 or a country's name, where told. A name means only places of that country; a code
    ///     needs none and is not contradicted by one, since railways number stations across borders.
    /// - Returns: the node, or `scheme:value` as it came when it is unknown or means several places.
    public func resolve(scheme: String?, value: String, country: String?) -> PlaceReference {
        let text = PlaceName.tidy(value)
        guard let scheme, !scheme.isEmpty else {
            for scheme in PlaceScheme.unexplained where scheme.mayBeUnexplained(text) {
                if let code = code(text, scheme, country) { return PlaceReference(text: code) }
            }
            return PlaceReference(unresolved: text, scheme: PlaceScheme.name.rawValue)
        }
        guard let known = PlaceScheme(rawValue: scheme) ?? PlaceScheme(rawValue: scheme.lowercased()) else {
            return PlaceReference(unresolved: text, scheme: scheme)
        }
        if let code = code(text, known, country) { return PlaceReference(text: code) }
        return PlaceReference(unresolved: known == .unlocode ? Self.compact(text) : text, scheme: known.rawValue)
    }

    // MARK: - Adding

    mutating func add(_ place: Place, codes: [(PlaceScheme, String)], names: [String]) {
        added.add(place)
        addedCodes.add(place)
        addedNames.add(place)
        for (scheme, code) in codes { addedCodes.add(code, scheme, of: place.code) }
        for name in names { addedNames.add(name, of: place, needsCountry: false) }
    }

    // MARK: - Resolving

    func code(_ text: String, _ scheme: PlaceScheme, _ country: String?) -> String? {
        if scheme == .name { return named(text, country) }
        if let code = listed(text, scheme) { return code }
        // A code may come in small letters or, a UN/LOCODE, with a blank after the country.
        guard scheme == .unlocode || scheme == .node, text.utf8.count <= 8 else { return nil }
        return listed(Self.compact(text), scheme)
    }

    private func listed(_ text: String, _ scheme: PlaceScheme) -> String? {
        addedCodes.place(text, scheme) ?? Corridor.codes.place(text, scheme)
    }

    private func named(_ text: String, _ country: String?) -> String? {
        let country = country.flatMap(Self.countryCode)
        if let whole = meaning(of: text, country) { return whole }
        let parts = PlaceName.parts(of: text)
        guard parts.count > 1 else { return nil }
        return together(parts.map(String.init), country)
    }

    /// The one place that every part of a text means, apart from parts that only name its country.
    private func together(_ parts: [String], _ country: String?) -> String? {
        let countries = parts.map(CountryNames.code)
        let told = countries.compactMap { $0 }
        guard Set(told).count <= 1, country == nil || told.allSatisfy({ $0 == country }) else { return nil }
        var result: String?
        for (part, partCountry) in zip(parts, countries) where partCountry == nil {
            if PlaceName.folded(part).isEmpty { continue }
            guard let meaning = meaning(of: part, country ?? told.first), result == nil || result == meaning else {
                return nil
            }
            result = meaning
        }
        return result
    }

    private func meaning(of name: String, _ country: String?) -> String? {
        let folded = PlaceName.folded(name)
        guard !folded.isEmpty else { return nil }
        var result: String?
        for meaning in addedNames.meanings(of: folded) + Corridor.names.meanings(of: folded) {
            guard country == nil ? !meaning.needsCountry : meaning.country == country else { continue }
            guard result == nil || result == meaning.code else { return nil }
            result = meaning.code
        }
        return result
    }

    private static func countryCode(_ text: String) -> String? {
        if CountryCodes.contains(text) { return text }
        let capital = text.uppercased()
        return CountryCodes.contains(capital) ? capital : CountryNames.code(of: text)
    }

    private static func compact(_ text: String) -> String {
        String(text.filter { $0 != " " && $0 != "-" }).uppercased()
    }
}
