#ifndef CARAVAN_CCURL_SHIM_H
#define CARAVAN_CCURL_SHIM_H

// The type checks are macros around the variadic functions; the shims below have one type each and need none.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Swift cannot call variadic C functions: here is one function per type of argument.

#pragma clang assume_nonnull begin

// MARK: The library

static inline CURLcode caravan_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

// For instance 0x075801 for 7.88.1.
static inline unsigned int caravan_curl_version_number(void) {
    return curl_version_info(CURLVERSION_NOW)->version_num;
}

// MARK: Options of one transfer

static inline CURLcode caravan_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode caravan_curl_set_size(CURL *handle, CURLoption option, int64_t value) {
    return curl_easy_setopt(handle, option, (curl_off_t)value);
}

static inline CURLcode caravan_curl_set_text(CURL *handle, CURLoption option, const char *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode caravan_curl_set_bytes(CURL *handle, CURLoption option, const void *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode caravan_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode caravan_curl_set_pointer(CURL *handle, CURLoption option, void *_Nullable value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode caravan_curl_set_error_buffer(CURL *handle, char *buffer) {
    return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

typedef size_t (*caravan_curl_receive)(char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);

static inline CURLcode caravan_curl_set_receive(CURL *handle, CURLoption option, caravan_curl_receive function) {
    return curl_easy_setopt(handle, option, function);
}

typedef int (*caravan_curl_before_send)(void *_Nullable context, char *_Nullable remote_address,
                                        char *_Nullable local_address, int remote_port, int local_port);

static inline CURLcode caravan_curl_set_before_send(CURL *handle, caravan_curl_before_send function) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, function);
}

// MARK: What a transfer says of itself

static inline CURLcode caravan_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode caravan_curl_get_size(CURL *handle, CURLINFO info, int64_t *value) {
    curl_off_t offset = 0;
    CURLcode code = curl_easy_getinfo(handle, info, &offset);
    *value = offset;
    return code;
}

// MARK: Many transfers

static inline CURLMcode caravan_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// A `CURLMsg` without its union; `handle` is null when nothing has ended.
struct caravan_curl_ending {
    CURL *_Nullable handle;
    CURLcode code;
};

static inline struct caravan_curl_ending caravan_curl_multi_next_ending(CURLM *multi) {
    struct caravan_curl_ending ending = { NULL, CURLE_OK };
    int left = 0;
    for (CURLMsg *message = curl_multi_info_read(multi, &left); message != NULL;
         message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE) {
            ending.handle = message->easy_handle;
            ending.code = message->data.result;
            break;
        }
    }
    return ending;
}

#pragma clang assume_nonnull end
#endif
