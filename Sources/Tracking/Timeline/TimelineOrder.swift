/// The order in which lines are read.
///
/// A time that is only a day would sort at midnight, an arrival before its departure; it stands after everything of
/// that day that comes before it in a journey.
enum TimelineOrder {
    static func sorted(_ happenings: [Happening]) -> [(line: Line, happening: Happening)] {
        let shown = happenings.map { (line: $0.best, happening: $0) }
        let clocks = shown.lazy.map(\.line).filter { !$0.read.isDay && $0.read.isActual }
            .sorted { ($0.read.at, $0.number) < ($1.read.at, $1.number) }
        let keyed = shown.map { (key: standing(of: $0.line, among: clocks), item: $0) }
        return keyed.sorted { left, right in
            if left.key != right.key { return left.key < right.key }
            let (first, second) = (left.item.line, right.item.line)
            if first.read.isDay != second.read.isDay { return !first.read.isDay }
            let orders = (first.read.order, second.read.order)
            return orders.0 != orders.1 ? orders.0 < orders.1 : first.number < second.number
        }
        .map(\.item)
    }

    private static func standing(of line: Line, among clocks: [Line]) -> Instant {
        guard line.read.isDay else { return line.read.at }
        let order = line.read.order
        let previous = clocks.last { clock in
            line.read.at <= clock.read.at && clock.read.at <= line.read.latest
                && clock.read.order <= order
        }
        return previous?.read.at ?? line.read.at
    }
}
