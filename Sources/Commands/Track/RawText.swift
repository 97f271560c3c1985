import Intake
import Messages
import Store
import Terminal
import Tracking

/// Draws the messages behind an answer.
struct RawText {
    let track: TrackText

    func lines(_ messages: [RawMessage]) -> [String] {
        messages.flatMap { ["", title($0)] + body($0).map { "  " + $0 } }
    }

    private func title(_ raw: RawMessage) -> String {
        guard let message = raw.archived else { return "message \(raw.message)" }
        var title = "message \(raw.message)  from \(SafeText.show(message.source))"
        if message.profile != message.source { title += " by \(SafeText.show(message.profile))" }
        if let name = message.name { title += "  \(SafeText.show(name))" }
        return title + "  received \(track.shown(message.receivedAt))"
    }

    private func body(_ raw: RawMessage) -> [String] {
        let quotes = raw.quotes.flatMap { quote -> [String] in
            let words = quote.states.map { SafeText.show($0.words) }.joined(separator: "; ")
            let lines = quote.item.text.split(whereSeparator: \.isNewline).map { line in
                "  " + SafeText.show(line.drop { $0 == " " || $0 == "\t" }.description)
            }
            return [track.palette.paint("\(SafeText.show(quote.item.position)): \(words)", .quiet)] + lines
        }
        return quotes + (raw.problem.map { [SafeText.show($0)] } ?? [])
    }
}
