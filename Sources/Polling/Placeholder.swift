enum PollingPlaceholder {}
