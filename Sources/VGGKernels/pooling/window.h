// The positions of a pooling layer's windows on a map.

#ifndef VGG_WINDOW_H
#define VGG_WINDOW_H

#include "maps/blocked.h"

/// The pixels of a window along one axis.
typedef struct window_span {
  /// The first pixel that exists, and the number of those.
  int64_t start, count;
  /// The number of pixels and padding together, without what a rounded-up window covers past the padding.
  int64_t padded_count;
} window_span;

static inline window_span window_span_of(
    int64_t index, int32_t kernel, int32_t stride, int32_t padding, int32_t size) {
  int64_t start = index * stride - padding, first = larger(start, 0);
  return (window_span){
      .start = first,
      .count = smaller(start + kernel, size) - first,
      .padded_count = smaller(start + kernel, (int64_t)size + padding) - start,
  };
}

/// The rows of the windows in row `y` of the output, and the columns of those in column `x`.
static inline window_span window_rows(const vgg_window *window, int64_t y, const vgg_shape *in) {
  return window_span_of(y, window->kernel_h, window->stride_h, window->pad_h, in->height);
}
static inline window_span window_columns(
    const vgg_window *window, int64_t x, const vgg_shape *in) {
  return window_span_of(x, window->kernel_w, window->stride_w, window->pad_w, in->width);
}

/// The factor that turns the sum over a window into PyTorch's mean.
static inline float mean_factor(window_span rows, window_span columns, bool count_padding) {
  return count_padding ? 1 / ((float)rows.padded_count * (float)columns.padded_count)
                       : 1 / ((float)rows.count * (float)columns.count);
}

#endif
