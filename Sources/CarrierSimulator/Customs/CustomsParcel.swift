import Tracking

/// A parcel with all that its customs papers name.
struct CustomsParcel {
    let parcel: TrueParcel
    let bag: TrueBag
    let trip: ContainerTrip
    /// The train that the papers name, which is the one it was listed on.
    let listed: TrainRun

    /// The sender's own number of the list.
    var copNo: String { "CAR" + parcel.order }

    func at(_ milestone: Milestone) -> Instant? {
        parcel.events.first { $0.milestone == milestone }?.at
    }

    /// When the box left China.
    var leftChina: Instant? { trip.first(.borderDeparted, at: .alashankou)?.at }
}
