import Testing

@testable import Tracking

@Suite struct PlacesTests {
    private let places = Places.corridor

    private func resolve(_ value: String, _ scheme: String? = nil, country: String? = nil) -> String {
        places.resolve(scheme: scheme, value: value, country: country).text
    }

    @Test func theCorridorHasItsPlaces() throws {
        #expect(places.all.count == 88)
        #expect(Set(places.all.map(\.code)).count == 88)
        let alashankou = try #require(places.place(code: "ALK"))
        #expect(alashankou.unlocode == "CNAKL" && alashankou.nameZH == "阿拉山口" && alashankou.zone == "Asia/Shanghai")
        #expect(alashankou.breaksGauge && alashankou.side == "CN" && alashankou.kilometres == 456)
        #expect(places.place(code: "AST")?.side == nil)
        #expect(places.place(code: "AAU")?.gaugeOut == nil && places.place(code: "SNP")?.latitude == nil)
        #expect(places.place(code: "MAD")?.gaugeIn == 1668 && places.place(code: "MAD")?.longitude == -3.5734)
    }

    @Test func everyPlaceIsWellFormed() {
        for place in places.all {
            #expect(CountryCodes.contains(place.country), "\(place.code)")
            #expect(Zones.shared.contains(place.zone) && place.zone != "Asia/Urumqi", "\(place.code)")
            #expect(place.unlocode == nil || place.unlocode?.hasPrefix(place.country) == true, "\(place.code)")
            for gauge in [place.gaugeIn, place.gaugeOut].compactMap({ $0 }) {
                #expect([1435, 1520, 1668].contains(gauge), "\(place.code)")
            }
            #expect(place.name(.zh).unicodeScalars.contains { $0.value > 0x4E00 }, "\(place.code)")
            #expect(place.name(.ru).unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(place.code)")
            #expect(!place.name(.en).isEmpty)
        }
    }

    @Test func everyPlaceIsFoundByEachOfItsNamesAndCodes() {
        for place in places.all {
            for name in [place.nameEN, place.nameZH, place.nameRU] {
                for text in [name, name.uppercased(), name.lowercased(), " \(name) ", name.replacing("-", with: " ")] {
                    #expect(resolve(text, "name") == place.code, "\(text)")
                    #expect(resolve(text, "name", country: place.country) == place.code, "\(text)")
                    #expect(resolve(text) == place.code, "\(text)")
                }
            }
            #expect(resolve(place.code, "node") == place.code && resolve(place.code) == place.code)
            guard let unlocode = place.unlocode else { continue }
            #expect(resolve(unlocode, "unlocode") == place.code)
            #expect(resolve("\(unlocode.prefix(2)) \(unlocode.dropFirst(2))".lowercased()) == place.code)
            #expect(places.place(for: places.resolve(scheme: "UNLOCODE", value: unlocode, country: nil)) == place)
        }
    }

    @Test func everyLineOfTheTablesHasAnEffect() {
        for line in CorridorNames.tables.joined(separator: "\n").split(separator: "\n") {
            let fields = line.split(separator: "|").map(String.init)
            let key = fields[0].split(separator: "@").map(String.init)
            #expect(places.place(code: key[0]) != nil, "\(line)")
            for name in fields.dropFirst() {
                #expect(resolve(name, "name", country: key.count == 2 ? key[1] : nil) == key[0], "\(name)")
            }
        }
        for line in CorridorCodes.table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            #expect(PlaceScheme(rawValue: words[1]) != nil && words.count > 2, "\(line)")
            for code in words.dropFirst(2) { #expect(resolve(code, words[1]) == words[0] && resolve(code) == words[0]) }
        }
    }

    @Test(arguments: [
        ("乌西", "URH"), ("乌西站", "URH"), ("三坪", "SNP"), ("三坪站", "SNP"), ("乌鲁木齐", "URH"), ("乌鲁木齐南站", "URS"),
        ("中欧班列乌鲁木齐集结中心", "URH"), ("乌鲁木齐国际陆港区", "URH"), ("Ürümqi", "URH"), ("山口", "ALK"),
        ("阿拉山口口岸", "ALK"), ("阿拉山口（境）", "ALK"), ("马拉", "MAA"), ("马拉舍维切", "MAA"), ("电煤", "ELU"),
        ("别雷拉斯特", "MOW"), ("Достык", "DST"), ("Дружба", "DST"), ("Достык (эксп.)", "DST"), ("德鲁日巴", "DST"),
        ("Małaszewicze", "MAA"), ("MALASZEWICZE", "MAA"), ("Малашевиче", "MAA"), ("Алтынкөл", "ALT"),
        ("Altynkul", "ALT"),
        ("Khorgos", "KHG"), ("Huoerguosi", "KHG"), ("Khorgos Gateway", "ALT"), ("ст. Алматы-2", "ALM"), ("Łódź", "LOD"),
        ("ŁÓDŹ OLECHÓW", "LOD"), ("Liège", "LGG"), ("Duisburg (DIT / Logport)", "DUI"), ("Дуйсбург", "DUI"),
        ("Ｄｕｉｓｂｕｒｇ", "DUI"),
        ("Duisburg, Germany", "DUI"), ("Duisburg, DE", "DUI"), ("马德里（西班牙）", "MAD"), ("Halkalı", "HAL"),
        ("Семиглавый Мар", "SGV"),
        ("Kuntsevo-2", "MOW"), ("Красное", "KRN"), ("Орёл", "name:Орёл"), ("Чоп", "COP"), ("Sol Iletsk station", "ILK"),
    ])
    func peopleWriteNamesInManyWays(_ text: String, _ code: String) {
        #expect(resolve(text) == code)
        #expect(resolve(text, "name") == code)
    }

    @Test(arguments: [
        ("Khorgos", "KZ", "ALT"), ("Хоргос", "KZ", "ALT"), ("Khorgos", "CN", "KHG"), ("Khorgos", "Kazakhstan", "ALT"),
        ("Brest", "FR", "name:Brest"), ("Brest", "BY", "BQT"), ("Troitsk", "KZ", "name:Troitsk"),
        ("Dobra", "PL", "name:Dobra"),
        ("Duisburg, Germany", "DE", "DUI"), ("Duisburg, Germany", "PL", "name:Duisburg, Germany"),
    ])
    func aNameMeansOnlyPlacesOfItsCountry(_ text: String, _ country: String, _ code: String) {
        #expect(resolve(text, "name", country: country) == code)
    }

    @Test(arguments: [
        ("KZABE", "unlocode", "AKB"), ("KZZAC", "unlocode", "KOV"), ("KZALA", "unlocode", "ALM"),
        ("AZALA", "unlocode", "ALAT"),
        ("RURZD", "unlocode", "MMN"), ("RURZH", "unlocode", "RZH"), ("CNULZ", "unlocode", "URH"),
        ("KZALS", "unlocode", "unlocode:KZALS"),
        ("fr par", "unlocode", "unlocode:FRPAR"), ("700100", "esr", "ALM"), ("70010", "esr", "ALM"),
        ("060001", "esr", "MOW"),
        ("60001", "esr", "MOW"), ("06000", "esr", "MOW"), ("820001", "esr", "PPK"), ("820105", "esr", "PPK"),
        ("796103", "esr", "esr:796103"),
        ("WMR", "telegraph", "URS"), ("JHR", "telegraph", "JHE"), ("JIR", "telegraph", "telegraph:JIR"),
        ("akr", "telegraph", "telegraph:akr"),
        ("42416", "tmis", "URS"), ("42416", "esr", "esr:42416"), ("DEHAMCTA", "smdg", "smdg:DEHAMCTA"),
        ("ALK", "unlocode", "unlocode:ALK"),
    ])
    func codesMeanWhatTheirSchemeSays(_ text: String, _ scheme: String, _ expected: String) {
        #expect(resolve(text, scheme) == expected)
    }

    @Test(arguments: [
        "Tobolsk", "Jinghe South", "精河南", "Wuxi", "无锡", "Brest, France", "Moscow, Idaho", "Eiffel Tower", "70010",
        "St. Petersburg", "KZ",
        "Hamburg/Duisburg", "新", "站", "Ural", "Poland",
    ])
    func whatIsUnknownOrSeveralStaysAsItCame(_ text: String) {
        #expect(resolve(text) == "name:\(text)")
        #expect(places.place(for: places.resolve(scheme: nil, value: text, country: nil)) == nil)
    }

    @Test func anUnresolvedValueIsKeptWithoutWhatCouldHarm() {
        #expect(resolve("  Foo\u{1B}[31m \n Bar\u{202E} ") == "name:Foo [31m Bar")
        #expect(resolve(String(repeating: "x", count: 5000)).count == 125)
        #expect(resolve("", "name") == "name:")
        #expect(!places.resolve(scheme: nil, value: "(", country: nil).isResolved)
    }

    @Test func aCountryDoesNotContradictACode() {
        #expect(resolve("820001", "esr", country: "RU") == "PPK")
        #expect(resolve("KZDOS", "unlocode", country: "CN") == "DST")
    }

    /// What nobody explained is safe to try in any scheme, because no text means different places in two of them.
    @Test func noCodeOrNameMeansTwoPlaces() {
        for place in places.all {
            for scheme in PlaceScheme.unexplained where scheme != .name && scheme != .node {
                let reference = places.resolve(scheme: scheme.rawValue, value: place.code, country: nil)
                #expect(!reference.isResolved || reference.text == place.code, "\(place.code) as \(scheme)")
            }
            let named = places.resolve(scheme: "name", value: place.code, country: nil)
            #expect(!named.isResolved || named.text == place.code, "\(place.code) as a name")
        }
    }

    @Test func aFactThatNamesAPlaceMeansWhatTheNameMeans() {
        for place in Places.corridor.all {
            for name in [place.nameEN, place.nameZH, place.nameRU] {
                let meant = Places.corridor.resolve(scheme: nil, value: name, country: nil)
                let told = Places.corridor.place(for: PlaceReference(text: name))?.code
                #expect(told == (meant.isResolved ? meant.text : nil), "\(name)")
            }
        }
        #expect(Places.corridor.place(for: PlaceReference(text: "name:Duisburg")) == nil, "what was unknown stays so")
    }
}
