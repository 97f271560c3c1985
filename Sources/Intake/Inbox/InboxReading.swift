import Messages
import Store
import Tracking

/// Takes one file of a folder into the store.
struct InboxReading {
    let folder: InboxFolder
    let desk: InboxDesk

    /// - Returns: nil when the file is no longer what it was at the look before.
    /// - Throws: `StoreFailure`, ``InboxObstacle``, `CancellationError`.
    func read(_ entry: FolderEntry) throws -> InboxEnding? {
        var ending = InboxEnding(
            folder: folder.path, name: entry.name, size: entry.mark.size, cameAt: min(entry.mark.changedAt, desk.now()),
            takenAt: desk.now(), wanted: folder.profile?.name, outcome: .rejected(Self.tooLarge))
        guard entry.mark.size <= InboxFile.mostBytes else { return ending }
        guard let body = try InboxFile.read(entry, in: folder.path) else { return nil }
        let digits = Array("0123456789abcdef")
        ending.sha256 = String(Fingerprint.sha256(body).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        do {
            ending.outcome = .taken(try take(body, entry))
        } catch let rejection as InboxRejection {
            ending.outcome = .rejected(rejection)
        } catch let failure as ReadFailure {
            ending.outcome = .rejected(
                InboxRejection(
                    failure.kind.rawValue, at: failure.position, reason: failure.reason,
                    remedy: otherProfile(body, entry) ?? failure.remedy))
        }
        return ending
    }

    private func take(_ body: [UInt8], _ entry: FolderEntry) throws -> FileResult {
        let profile = try profile(of: body, entry)
        let result = try desk.files.take(
            body, name: entry.name, profile: profile, receivedAt: desk.now(), progress: { _ in try desk.stop.check() })
        let counts = result.accounting
        if counts.items > 0, counts.rejected == counts.items {
            throw InboxRejection(
                "no-usable-row", reason: "none of its \(counts.items) rows could be taken",
                remedy: otherProfile(body, entry) ?? "correct the rows below and put the file into the folder again",
                result: result)
        }
        return result
    }

    private func profile(of body: [UInt8], _ entry: FolderEntry) throws -> Profile {
        guard !body.isEmpty else {
            throw InboxRejection(
                "empty", reason: "the file is empty", remedy: "check that it was written to its end, and send it again")
        }
        if let wanted = folder.profile { return wanted }
        guard let found = desk.library.recognise(body: body, fileName: entry.name) else {
            if let failure = desk.library.refusal(of: body) {
                throw InboxRejection(failure.kind.rawValue, reason: failure.reason, remedy: failure.remedy)
            }
            throw InboxRejection(
                "unrecognised", reason: desk.library.strangeness(of: body),
                remedy: "caravan import --profile NAME FILE; `caravan carriers` lists the profiles")
        }
        return found
    }

    /// What to do when the folder's profile does not fit but another one does.
    private func otherProfile(_ body: [UInt8], _ entry: FolderEntry) -> String? {
        guard let wanted = folder.profile, let other = desk.library.recognise(body: body, fileName: entry.name),
            other.name != wanted.name
        else { return nil }
        return "this is a \(other.name), and the folder is for \(wanted.name): "
            + "caravan import --profile \(other.name) FILE, or put it into a folder of its kind"
    }

    private static let tooLarge = InboxRejection(
        "too-large", reason: "it is larger than \(InboxFile.mostBytes >> 20) MiB",
        remedy: "split the file; every part of a table needs the header")
}
