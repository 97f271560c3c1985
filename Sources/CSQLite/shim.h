#ifndef CARAVAN_CSQLITE_SHIM_H
#define CARAVAN_CSQLITE_SHIM_H
#include <sqlite3.h>
#include <stddef.h>

// sqlite3_config is variadic, which Swift cannot call. Before the first connection, or it changes nothing.
//
// Without the count of memory in use, allocations take no lock that all threads share. Without a page cache that every
// B-tree takes in advance (some 90 KiB), the small tables that a SELECT makes for itself cost what they hold.
static inline int caravan_sqlite_configure(void) {
    int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return code == SQLITE_OK ? sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0) : code;
}
#endif
