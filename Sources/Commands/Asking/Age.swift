import Tracking

/// A duration as people say it: its two largest units.
enum Age {
    static func text(_ duration: Duration) -> String {
        let seconds = max(0, duration.wholeMilliseconds / 1000)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min"
        case ..<86400: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        default: return "\(seconds / 86400) d \(seconds % 86400 / 3600) h"
        }
    }
}
