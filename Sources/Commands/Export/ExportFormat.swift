import ArgumentParser

/// What an export is written in.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// GS1 EPCIS 2.0, one JSON document.
    case epcis
}
