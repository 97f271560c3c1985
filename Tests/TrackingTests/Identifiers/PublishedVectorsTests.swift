import Foundation
import Testing

@testable import Tracking

/// Every published number is what its file says, as `identify` tells it.
@Suite(Vectors.whenThere) struct PublishedVectorsTests {
    private static let schemes: [String: Scheme] = [
        "cim_consignment": .cim, "cn_ceb_preno": .cnPreNumber, "cn_customs_declaration": .cnCustomsDeclaration,
        "cn_customs_list": .cnCustomsList, "cn_station": .cnStation, "cn_train_number": .trainCN, "esr6": .esr,
        "eu_ioss": .euIOSS, "eu_mrn": .euMRN, "iso6346": .iso6346, "s10": .upuS10, "s9_receptacle": .upuS9,
        "sscc18": .sscc, "train_index_1520": .trainIndex1520, "uic_station7": .uicStation, "uic_wagon12": .uicWagon,
        "unlocode": .unlocode, "wagon8_1520": .wagon1520,
    ]

    private static let couriers: [String: Scheme] = [
        "dpd": .dpd, "dpd_14": .dpd, "dhl_express": .dhlExpress, "dhl_express_piece_id": .dhlExpress,
        "dhl_ecommerce": .dhlECommerce, "dhl_ecommerce_14": .dhlECommerce, "yodel": .yodel, "yunexpress": .yunexpress,
        "landmark_global": .landmark, "ups": .ups, "UPS Waybill": .ups, "usps_20": .usps, "usps_impb_n": .usps,
        "usps_legacy": .usps, "usps_impb_c": .usps, "canada_post": .canadaPost, "amazon_logistics": .amazon,
        "amazon_international": .amazon, "gofo_us": .gofo,
    ]

    private struct Courier: Decodable {
        var id: String
        var valid: [String]
        var invalid: [Vectors.Numbers.Invalid]
    }

    private struct Couriers: Decodable {
        var couriers: [Courier]
        var valid: [String]
    }

    private func digit(_ text: String, _ scheme: Scheme) -> CheckDigit? {
        IdentifierSchemes.identify(text).first { $0.scheme == scheme }?.checkDigit
    }

    private func expect(_ valid: [String], _ invalid: [Vectors.Numbers.Invalid], are scheme: Scheme) {
        for code in valid {
            let digit = digit(code, scheme)
            #expect(digit == .ok || digit == CheckDigit.none, "\(scheme) \(code)")
        }
        // What is invalid only as it is written is right once it is tidied.
        for bad in invalid where !bad.why.contains("after removing spaces") && !bad.why.contains("after normalising") {
            let digit = digit(bad.value, scheme)
            #expect(digit == nil || digit == .bad, "\(scheme) \(bad)")
            if bad.why.hasPrefix("check digit") { #expect(digit == .bad, "\(scheme) \(bad)") }
        }
    }

    @Test func everyFileIsRead() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Vectors.folder.path)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        #expect(Set(files) == Set(Self.schemes.keys).union(["couriers", "timezones"]))
    }

    @Test(arguments: schemes.keys.sorted())
    func numbersAreWhatTheirFileSays(_ file: String) throws {
        let scheme = try #require(Self.schemes[file])
        let numbers = try Vectors.read(file, as: PublishedNumbers.self)
        #expect(!numbers.valid.isEmpty && !numbers.invalid.isEmpty)
        expect(numbers.valid, numbers.invalid, are: scheme)
    }

    @Test func courierNumbersAreWhatTheirFileSays() throws {
        let all = try Vectors.read("couriers", as: Couriers.self)
        for courier in all.couriers {
            expect(courier.valid, courier.invalid, are: try #require(Self.couriers[courier.id], "\(courier.id)"))
        }
        for code in all.valid {
            let candidates = IdentifierSchemes.identify(code)
            #expect(candidates.contains { $0.names == .subject(.parcel) && $0.checkDigit != .bad }, "\(code)")
        }
    }

    /// The file's own scheme comes first, but for the six digits that are also a station.
    @Test(arguments: schemes.keys.sorted().filter { $0 != "cim_consignment" })
    func theOwnSchemeComesFirst(_ file: String) throws {
        for code in try Vectors.read(file, as: PublishedNumbers.self).valid {
            #expect(IdentifierSchemes.identify(code).first?.scheme == Self.schemes[file], "\(code)")
        }
    }

    private func camelCase<Value: Decodable>(_ file: String, as type: Value.Type) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Vectors.data(file))
    }

    @Test func aPostalReceptacleSaysWhatItsFileSays() throws {
        struct Decoded: Decodable {
            struct Fields: Decodable {
                var originImpc: String
                var destinationImpc: String
                var category: String
                var classSubclass: String
                var yearDigit: Int
                var dispatch: Int
                var receptacle: Int
                var lastReceptacle: Int
                var registeredInsured: Int
                var weightHg: Int
            }
            struct Case: Decodable {
                var value: String
                var fields: Fields
                var s8Dispatch: String
            }
            var decoded: [Case]
        }
        for one in try camelCase("s9_receptacle", as: Decoded.self).decoded {
            let receptacle = try #require(PostalReceptacle(one.value))
            let (fields, dispatch) = (one.fields, receptacle.dispatch)
            #expect(dispatch.origin == fields.originImpc && dispatch.destination == fields.destinationImpc)
            #expect(String(dispatch.category) == fields.category && dispatch.mailClass == fields.classSubclass)
            #expect(dispatch.yearDigit == fields.yearDigit && dispatch.number == fields.dispatch)
            #expect(receptacle.number == fields.receptacle)
            #expect(receptacle.isLast == [0: false, 1: true][fields.lastReceptacle])
            #expect(receptacle.holdsRegistered == [0: false, 1: true][fields.registeredInsured])
            #expect(receptacle.grams == (fields.weightHg == 9999 ? nil : fields.weightHg * 100))
            #expect(UPUS8.read(one.s8Dispatch)?.subject == Subject(.consignment, .upuS8, one.s8Dispatch))
        }
    }

    @Test func anEPCNumberIsTheSameUnit() throws {
        struct Pairs: Decodable {
            struct Pair: Decodable {
                var urn: String
                var sscc: String
            }
            var epcUrnPairs: [Pair]
        }
        for pair in try camelCase("sscc18", as: Pairs.self).epcUrnPairs {
            #expect(SSCC.read(pair.urn)?.subject == Subject(.bag, .sscc, pair.sscc))
            #expect(SSCC.read("00" + pair.sscc)?.subject == Subject(.bag, .sscc, pair.sscc))
        }
    }
}
