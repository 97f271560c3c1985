enum CurlFetchTestsPlaceholder {}
