#ifndef CARAVAN_CZLIB_SHIM_H
#define CARAVAN_CZLIB_SHIM_H
#include <zlib.h>

/* deflateInit2 and inflateInit2 are macros that Swift cannot call. */
static inline int caravan_deflate_init(z_streamp stream, int level) {
    return deflateInit(stream, level);
}
static inline int caravan_inflate_init(z_streamp stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}
#endif
