internal import Foundation

/// The profiles that can be used by name: the built-in ones and the user's.
public struct ProfileLibrary: Sendable {
    /// In the order in which they are tried on an unknown file: the user's first.
    public let profiles: [Profile]

    /// - Parameter user: profiles of the user's; one shadows a built-in of the same name.
    /// - Throws: the mistakes of a built-in profile, which tests exclude.
    public init(user: [Profile] = []) throws(ProfileMistakes) {
        var profiles = user
        for (name, text) in Self.builtIn where !user.contains(where: { $0.name == name }) {
            profiles.append(try Profile(yaml: text, file: name))
        }
        self.profiles = profiles
    }

    /// The built-in profiles and the user's files, by path.
    ///
    /// - Throws: the mistakes of all files at once.
    public init(userFiles: [String]) throws(ProfileMistakes) {
        var user: [Profile] = []
        var mistakes: [ProfileMistake] = []
        for path in userFiles {
            do throws(ProfileMistakes) {
                user.append(try Profile(contentsOfFile: path))
            } catch {
                mistakes += error.mistakes
            }
        }
        guard mistakes.isEmpty else { throw ProfileMistakes(mistakes: mistakes) }
        try self.init(user: user)
    }

    public func profile(named name: String) -> Profile? {
        profiles.first { $0.name == name }
    }

    /// The profile that an imported file is of, told by its content; nil if none knows it.
    public func recognise(body: [UInt8], fileName: String?) -> Profile? {
        let sample = RecognitionSample(body, fileName: fileName)
        let fits = profiles.map { ($0, sample.fit($0)) }.filter { $0.1 > 0 }
        let best = fits.map(\.1).max()
        return fits.first { $0.1 == best }?.0
    }

    /// Why no profile can recognise a file, where its kind tells; nil if it merely is not known.
    public func refusal(of body: [UInt8]) -> ReadFailure? {
        do throws(ReadFailure) {
            if ZipArchive.looksLikeOne(body) {
                let workbook = try Workbook(body, limits: DecodingLimits())
                for sheet in workbook.sheets where !sheet.isHidden {
                    _ = try workbook.merged(sheet)
                    let (_, failure) = TableStart.firstRows(try workbook.rows(sheet, merged: []))
                    if let failure { throw failure }
                }
            }
            try ForeignFile.refuse(body)
            try NoMessage.refuse(body)
            let start = body.first { !JSONText.isSpace($0) }
            // What is broken is known by no profile; but it is clear what it was meant to be.
            if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") { _ = try JSONDocument(body) }
            if let interchange = EDIFACTGlimpse(body) { throw Self.refusal(interchange, readable: profiles) }
            return nil
        } catch {
            return error
        }
    }

    /// What can be told of a file that no profile knows, for a person who expected one to: `no profile recognises it`, and
    /// what it looks like.
    public func strangeness(of body: [UInt8]) -> String {
        "no profile recognises it" + (NoMessage.outline(body).map { ": \($0)" } ?? "")
    }

    private static func refusal(_ interchange: EDIFACTGlimpse, readable profiles: [Profile]) -> ReadFailure {
        guard !interchange.types.isEmpty else {
            return ReadFailure(
                .truncated, "an EDIFACT interchange that ends before its first message is there",
                remedy: "get the whole interchange again")
        }
        let types = interchange.types.map { String($0.prefix(12)) }.sorted().joined(separator: ", ")
        let known = profiles.flatMap(\.edifact.types).sorted().joined(separator: ", ")
        return ReadFailure(
            .unsupported, "an EDIFACT interchange of \(types)",
            remedy: "\(known) can be read; others by a profile of yours with `reads: edifact`")
    }

    private static let builtIn = [
        ("dcsa", DCSAProfile.text), ("manifest", ManifestProfile.text), ("positions", PositionsProfile.text),
        ("ceb", CEBProfile.text), ("cr-95306", CR95306Profile.text), ("cr-95306-table", CR95306TableProfile.text),
        ("dhl-unified", DHLUnifiedProfile.text), ("dhl-parcel-de", DHLParcelDEProfile.text),
        ("iftsta", IFTSTAProfile.text), ("epcis", EPCISProfile.text),
        ("17track", SeventeenTrackProfile.text), ("cainiao", CainiaoProfile.text), ("yanwen", YanwenProfile.text),
        ("sf-express", SFExpressProfile.text), ("taf", TAFProfile.text), ("taf-5500", TAF5500Profile.text),
        ("transcontainer", TransContainerProfile.text), ("fesco", FESCOProfile.text), ("hand", HandProfile.text),
    ]
}

extension Profile {
    /// Reads a profile from a file of the user's.
    public init(contentsOfFile path: String) throws(ProfileMistakes) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProfileMistakes(mistakes: [
                ProfileMistake(file: path, line: nil, key: "", reason: "there is no such file, or it cannot be read")
            ])
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ProfileMistakes(mistakes: [
                ProfileMistake(file: path, line: nil, key: "", reason: "this is not UTF-8")
            ])
        }
        try self.init(yaml: text, file: path)
    }
}
