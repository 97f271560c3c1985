/// Where the columns of an event stand, besides its subject.
struct EventColumns {
    let sourceID: Int32
    let version: Int32
    let retracted: Int32
    let rawCode: Int32
    let milestone: Int32
    let classifier: Int32
    let at: Int32
    let zone: Int32
    let offset: Int32
    let precision: Int32
    let placeScheme: Int32
    let place: Int32
    let placeName: Int32
    let country: Int32
    let load: Int32
    let text: Int32

    init(_ find: (String) -> Int32) {
        sourceID = find("source_id")
        version = find("version")
        retracted = find("retracted")
        rawCode = find("raw_code")
        milestone = find("milestone")
        classifier = find("classifier")
        at = find("at")
        zone = find("zone")
        offset = find("offset")
        precision = find("precision")
        placeScheme = find("place_scheme")
        place = find("place")
        placeName = find("place_name")
        country = find("country")
        load = find("load")
        text = find("text")
    }
}
