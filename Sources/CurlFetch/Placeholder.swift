enum CurlFetchPlaceholder {}
