import Testing

@testable import Tracking

@Suite struct AddedPlacesTests {
    private let paris = [
        "code": "par", "unlocode": "FRPAR", "name_en": "Paris Valenton", "name_zh": "巴黎", "name_ru": "Париж",
        "country": "fr",
        "tz": "Europe/Paris", "aliases": "Valenton; Paris；巴黎瓦朗通", "gauge_in": "1435", "gauge_out": "1435",
        "lat": "48.75", "lon": "2.46",
    ]

    @Test func aPlaceOfTheUsersIsFoundLikeOurs() throws {
        let (places, problems) = Places.corridor.adding(userRows: [paris])
        #expect(problems.isEmpty)
        let place = try #require(places.place(code: "PAR"))
        #expect(place.country == "FR" && place.zone == "Europe/Paris" && place.latitude == 48.75 && !place.isBorder)
        for (scheme, value) in [
            ("unlocode", "FRPAR"), ("name", "valenton"), ("name", "巴黎瓦朗通"), ("name", "Париж"), ("node", "PAR"),
        ] {
            #expect(places.resolve(scheme: scheme, value: value, country: nil).text == "PAR", "\(value)")
            #expect(!Places.corridor.resolve(scheme: scheme, value: value, country: nil).isResolved)
        }
        #expect(places.all.count == 89 && places.place(code: "ALK") != nil)
    }

    @Test func aRowForAPlaceOfOursAddsToIt() {
        let rows = [
            ["code": "DUI", "aliases": "Ruhrort", "esr": "999999", "uic": "de23456"],
            ["code": "ALK", "name_en": "Alataw", "tz": ""],
        ]
        let (places, problems) = Places.corridor.adding(userRows: rows)
        #expect(problems.isEmpty && places.all.count == 88)
        #expect(places.resolve(scheme: nil, value: "Ruhrort", country: nil).text == "DUI")
        #expect(places.resolve(scheme: "esr", value: "999999", country: nil).text == "DUI")
        #expect(places.resolve(scheme: "uic", value: "DE23456", country: "DE").text == "DUI")
        #expect(places.resolve(scheme: nil, value: "DE23456", country: nil).text == "name:DE23456")
        #expect(places.resolve(scheme: nil, value: "Duisburg", country: nil).text == "DUI")
        #expect(places.place(code: "ALK")?.nameEN == "Alataw" && places.place(code: "ALK")?.zone == "Asia/Shanghai")
        #expect(places.all.first { $0.code == "ALK" }?.nameEN == "Alataw")
    }

    @Test func aNameOfTwoPlacesNeedsItsCountry() {
        let brest = ["code": "BRF", "name_en": "Brest", "country": "FR", "tz": "Europe/Paris"]
        let (places, problems) = Places.corridor.adding(userRows: [brest])
        #expect(problems.isEmpty)
        #expect(places.resolve(scheme: "name", value: "Brest", country: nil).text == "name:Brest")
        #expect(places.resolve(scheme: "name", value: "Brest", country: "FR").text == "BRF")
        #expect(places.resolve(scheme: "name", value: "Brest", country: "BY").text == "BQT")
    }

    @Test(arguments: [
        ("code", "", "code"), ("code", "P", "code"), ("code", "P-AR", "code"), ("name_en", "", "name_en"),
        ("country", "XX", "country"),
        ("country", "", "country"), ("tz", "", "tz"), ("tz", "Europe/Lutetia", "tz"), ("tz", "Asia/Urumqi", "tz"),
        ("unlocode", "FR1AR", "unlocode"),
        ("unlocode", "DEHAM", "unlocode"), ("gauge_in", "broad", "gauge_in"), ("lat", "91", "lat"),
        ("is_border", "maybe", "is_border"), ("esr", "700100", "esr"),
    ])
    func aMistakeIsToldWithItsRowAndColumn(_ column: String, _ value: String, _ blamed: String) {
        var wrong = paris
        wrong[column] = value
        let good = ["code": "LYO", "name_en": "Lyon", "country": "FR", "tz": "Europe/Paris"]
        let (places, problems) = Places.corridor.adding(userRows: [good, wrong])
        #expect(problems.map(\.row) == [2] && problems.map(\.column) == [blamed])
        #expect(places.place(code: "LYO") != nil && places.all.count == 89)
    }

    @Test func everyMistakeIsToldAtOnce() {
        let (_, problems) = Places.corridor.adding(userRows: [["code": "PAR", "tz": "x", "lat": "y"], [:]])
        #expect(problems.map(\.column) == ["name_en", "country", "tz", "lat", "code"])
    }

    @Test func aNameAlreadyTakenInTheCountryIsAMistake() {
        let row = ["code": "HA2", "name_en": "Hamburg", "country": "DE", "tz": "Europe/Berlin", "aliases": "Duisport"]
        let (places, problems) = Places.corridor.adding(userRows: [row])
        #expect(problems.map(\.column) == ["name_en", "aliases"])
        #expect(places.resolve(scheme: "name", value: "Hamburg", country: nil).text == "HAM")
    }

    @Test func aTableIsReadAsCSV() throws {
        let text =
            "\u{FEFF}code,name_en,Country,tz,aliases,km\r\nPAR,\"Paris, Valenton\",FR,Europe/Paris,\"Gare \"\"V\"\"; Bercy\",1\r\n\r\nLYO,Lyon,FR,Europe/Pari,,\n"
        let (places, problems) = Places.corridor.adding(userCSV: text)
        #expect(problems.map(\.row) == [0, 2] && problems.map(\.column) == ["km", "tz"])
        #expect(try #require(places.place(code: "PAR")).nameEN == "Paris, Valenton")
        #expect(places.resolve(scheme: "name", value: "Bercy", country: nil).text == "PAR")
        #expect(places.resolve(scheme: "name", value: "gare v", country: nil).text == "PAR")
        #expect(places.place(code: "LYO") == nil)
        #expect(Places.corridor.adding(userCSV: "").problems.isEmpty)
    }

    @Test(arguments: [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]), ("a,\"b,\"\"c\"\"\"", [["a", "b,\"c\""]]),
        ("\"a\nb\",\n", [["a\nb", ""]]),
        ("", []), ("a", [["a"]]), (",", [["", ""]]), ("\"\"\"x\"", [["\"x"]]),
    ])
    func quotesAndLineEndsAreTheStandards(_ text: String, _ rows: [[String]]) {
        #expect(CommaSeparated.rows(of: text) == rows)
    }
}
