#ifndef CARAVAN_CCURL_SHIM_H
#define CARAVAN_CCURL_SHIM_H
#include <curl/curl.h>
#endif
