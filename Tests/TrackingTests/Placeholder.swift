enum TrackingTestsPlaceholder {}
