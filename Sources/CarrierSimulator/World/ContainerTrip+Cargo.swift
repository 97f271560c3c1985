extension ContainerTrip {
    /// The bags and parcels inside, the same ones each time; they are made anew at each call, so keep the result.
    public func bags() -> [TrueBag] {
        let bagCount = (cargo.parcels + cargo.parcelsPerBag - 1) / cargo.parcelsPerBag
        return (0..<bagCount).map(bag)
    }

    private func bag(_ index: Int) -> TrueBag {
        let unloadedAt = index == 0 ? partialStripAt ?? destination : destination
        let first = index * cargo.parcelsPerBag
        let generator = SeededGenerator(seed: cargo.seed).stream(UInt64(index))
        let maker = ParcelMaker(trip: self, unloadedAt: unloadedAt, bagSeed: generator)
        let parcels = (first..<min(first + cargo.parcelsPerBag, cargo.parcels)).map {
            maker.parcel(serial: cargo.firstSerial + $0)
        }
        return TrueBag(number: "URC" + padded(cargo.firstSerial + first, 9), unloadedAt: unloadedAt, parcels: parcels)
    }
}
