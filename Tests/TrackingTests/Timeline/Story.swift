import Tracking

let parcel = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2415800000000001")
let bag = Subject(.bag, .number, "BAG1", issuer: "hub")
let box = Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770")
let otherBox = Subject(.container, Scheme(rawValue: "iso6346"), "HLBU1234567")
let train = Subject(.train, .train, "X8157@2026-11-20")
let laterTrain = Subject(.train, .train, "X8159@2026-11-22")
let nextTrain = Subject(.train, .train, "X8201@2026-12-28")
let list = Subject(.declaration, .number, "LIST1", issuer: "customs")
let local = Subject(.parcel, Scheme(rawValue: "dhl"), "00340434")

/// What a test knows, told in a few words.
struct Story {
    var dossier: Dossier
    private var lastMessage: Int64 = 1000

    init(_ subject: Subject = parcel) {
        dossier = Dossier(subject: subject)
    }

    var timeline: Timeline { Timeline(dossier, places: Corridor.place) }

    /// Tells an event; each comes in a message of its own unless one is named.
    mutating func tell(
        _ subject: Subject, _ milestone: Milestone, _ time: EventTime, _ place: String? = nil,
        country: String? = nil, load: Load? = nil, classifier: EventClassifier = .actual,
        source: String = "line", code: String? = nil, message: Int64? = nil
    ) {
        lastMessage += 1
        dossier.events.append(
            Event(
                subject: subject, milestone: milestone, rawCode: code ?? milestone.rawValue.uppercased(),
                classifier: classifier, time: time, place: place.map { PlaceReference(text: $0) }, country: country,
                load: load, source: source, message: MessageID(rawValue: message ?? lastMessage),
                recordedAt: time.instant))
    }

    /// Tells that the child was in the parent; a paper unless a basis is given, received on the day.
    mutating func put(
        _ child: Subject, in parent: Subject, received: Instant, message: Int64,
        from: EventTime? = nil, until: EventTime? = nil, basis: LinkBasis? = nil,
        probability: Double = 1
    ) {
        dossier.links.append(
            Link(
                child: child, parent: parent, from: from, until: until, basis: basis, probability: probability,
                source: "manifest", message: MessageID(rawValue: message), recordedAt: received))
    }

    mutating func also(
        _ alias: Subject, _ role: AliasRole, of subject: Subject = parcel, from: EventTime? = nil,
        source: String = "manifest", message: Int64 = 1, at received: Instant = moment(19)
    ) {
        dossier.aliases.append(
            Alias(
                subject: subject, alias: alias, role: role, from: from, source: source,
                message: MessageID(rawValue: message), recordedAt: received))
    }

    mutating func state(_ subject: Subject, _ name: String, _ value: String) {
        dossier.facts.append(
            Fact(
                subject: subject, name: name, value: value, source: "manifest", message: MessageID(rawValue: 1),
                recordedAt: moment(19)))
    }
}

extension Story {
    /// A parcel in a bag in a box on a train, all declared by a paper that came the day after the departure.
    static func aboard(_ subject: Subject = parcel) -> Story {
        var story = Story(subject)
        story.put(parcel, in: bag, received: moment(21), message: 1)
        story.put(bag, in: box, received: moment(21), message: 1)
        story.put(box, in: train, received: moment(21), message: 1)
        return story
    }

    mutating func trainRuns() {
        tell(train, .departed, clock(20, 14, 56), "URH", source: "railway")
        tell(train, .passed, clock(20, 22), "JHE", source: "railway")
        tell(train, .arrived, clock(21, 3), "ALK", source: "railway")
    }

    /// The box from its stuffing to Duisburg.
    mutating func boxTravels(strip: Bool = true) {
        tell(box, .gatedOut, clock(17, 9), "URH", load: .empty)
        tell(box, .stuffed, clock(18, 9), "URH")
        tell(box, .gatedIn, clock(19, 9), "URH", load: .laden)
        tell(box, .loaded, clock(20, 9), "URH")
        tell(box, .discharged, clock(21, 10), "ALK")
        tell(box, .loaded, clock(21, 11), "ALK")
        tell(box, .departed, clock(21, 16), "ALK")
        tell(box, .passed, clock(22, 9), "AGY")
        tell(box, .arrived, clock(30, 9), "MAA")
        tell(box, .discharged, clock(34, 9), "DUI")
        tell(box, .gatedOut, clock(35, 9), "DUI")
        if strip { tell(box, .stripped, clock(35, 15), "DUI") }
    }
}

extension Timeline {
    /// What is shown of a subject, as read, in order.
    func milestones(of subject: Subject) -> [Milestone] {
        entries.filter { $0.subject == subject && $0.shown }.map(\.milestone)
    }

    func shows(_ milestone: Milestone, of subject: Subject) -> Bool { milestones(of: subject).contains(milestone) }
}
