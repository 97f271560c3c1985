import Tracking

/// A file whose rows are on their way in, to be made visible in the same transaction as what a person says of it.
public enum Arrival {
    case short(Delivery.Part)
    case long(LongDelivery, body: [UInt8])
}

extension StoreWriter {
    /// Takes what a person says, and with it whatever it puts out of force, in one transaction: readers see either the
    /// state before or the state after, and a crash leaves the state before.
    ///
    /// - Parameters:
    ///   - arrival: a newer version of a file, completed first.
    ///   - reading: reads an archived message again.
    /// - Returns: the receipts of the file and of what the person said, and what became of each message put out of force.
    /// - Throws: ``StoreFailure``, or what `reading` throws; then nothing was changed.
    public func acceptAndWait(
        _ said: Delivery.Part, after arrival: Arrival? = nil, reading: any ArchiveReading
    ) throws -> (arrival: Receipt?, said: Receipt, withdrawals: [Withdrawal]) {
        try turnAndWait { session in
            var receipt: Receipt?
            switch arrival {
            case .short(let part): receipt = try Self.accept(part.message, part.report, session)
            case .long(let delivery, let body): receipt = try delivery.complete(body: body, session)
            case nil: break
            }
            let (told, withdrawals) = try Self.hear(said, session, reading)
            return (receipt, told, withdrawals)
        }
    }

    static func hear(
        _ said: Delivery.Part, _ session: WriteSession, _ reading: any ArchiveReading
    ) throws -> (Receipt, [Withdrawal]) {
        let told = try accept(said.message, said.report, session)
        guard let message = told.message, said.report.items.contains(where: { !$0.undoings.isEmpty }) else {
            return (told, [])
        }
        return (told, try session.withdraw(by: message.rawValue, reading: reading))
    }
}
