#include <gdk-pixbuf/gdk-pixbuf.h>

// g_signal_connect is a macro, and its handlers have no named types, so Swift can use neither.

typedef void (*PixbufSizeHandler)(GdkPixbufLoader *loader, int width, int height, void *context);
typedef void (*PixbufAreaHandler)(GdkPixbufLoader *loader, int x, int y, int width, int height, void *context);

static inline void pixbuf_loader_on_size_prepared(
    GdkPixbufLoader *loader, PixbufSizeHandler handler, void *context) {
  g_signal_connect(loader, "size-prepared", G_CALLBACK(handler), context);
}

static inline void pixbuf_loader_on_area_updated(
    GdkPixbufLoader *loader, PixbufAreaHandler handler, void *context) {
  g_signal_connect(loader, "area-updated", G_CALLBACK(handler), context);
}
