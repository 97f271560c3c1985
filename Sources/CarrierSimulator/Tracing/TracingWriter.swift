public import Tracking

/// Writes what a dispatcher keeps by hand of a train: one row a container, one column a milestone, in Chinese.
///
/// It knows days and not minutes, and a stroke stands for what has not happened yet.
public struct TracingWriter: Sendable {
    /// What had happened by this instant is in the table.
    public var at: Instant

    public init(at: Instant) {
        self.at = at
    }

    public static let header = [
        "箱号", "车次", "发车日期", "目的站", "发车", "到口岸", "出境", "换装", "到马拉", "到站", "备注",
    ]

    /// A title above the header, as such tables have.
    public func title(_ train: TrainRun) -> String {
        "中欧班列 \(train.number) 在途跟踪表"
    }

    public func rows(of train: TrainRun, in world: World) -> [[String]] {
        world.listed(on: train).map { trip in
            let milestones: [(Milestone, Station)] = [
                (.departed, .urumqi), (.borderArrived, .alashankou), (.borderDeparted, .alashankou),
                (.gaugeChanged, .dostyk), (.borderArrived, .malaszewicze), (.arrived, trip.destination),
            ]
            let cells = milestones.map { milestone, station in
                trip.first(milestone, at: station).flatMap { $0.at <= at ? day($0.at) : nil } ?? "/"
            }
            return [trip.number, train.number, date(train.departure), trip.destination.nameZH] + cells + [""]
        }
    }

    private func date(_ at: Instant) -> String {
        LocalTime(at, offsetMinutes: TrainRun.chinaOffsetMinutes).date
    }

    /// `11/24`, the day as it is in China, where the table is kept.
    private func day(_ at: Instant) -> String {
        let local = LocalTime(at, offsetMinutes: TrainRun.chinaOffsetMinutes)
        return "\(local.month)/\(local.day)"
    }
}
