#include "pooling/window.h"
#include "instructions/kernels.h"

typedef struct pooling {
  const vgg_kernels *kernels;
  vgg_window window;
  bool maximum, count_padding;
} pooling;

static vgg_status check_window(const vgg_window *window, const vgg_shape *in, const vgg_shape *out) {
  if (window->kernel_h < 1 || window->kernel_w < 1 || window->stride_h < 1 || window->stride_w < 1
      || window->pad_h < 0 || window->pad_w < 0 || window->pad_h > window->kernel_h / 2
      || window->pad_w > window->kernel_w / 2) {
    return VGG_INVALID;
  }
  int64_t height = vgg_window_output(
      in->height, window->kernel_h, window->stride_h, window->pad_h, 1, window->ceil);
  int64_t width = vgg_window_output(
      in->width, window->kernel_w, window->stride_w, window->pad_w, 1, window->ceil);
  return height == out->height && width == out->width ? VGG_OK : VGG_INVALID;
}

// One plane. Windows are cut to the pixels that exist: padding is never the maximum, and adds nothing
// to a sum but counts in a mean if requested.
static void pool_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const pooling *pooling = job->operation;
  const vgg_window *window = &pooling->window;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  const float *from = job->in + first_pixel(in, 0, task);
  float *to = job->out + first_pixel(out, 0, task);
  for (int64_t y = 0; y < out->height; y++) {
    window_span rows = window_rows(window, y, in);
    for (int64_t x = 0; x < out->width; x++) {
      window_span columns = window_columns(window, x, in);
      const float *pixels = from + rows.start * row_stride(in) + columns.start * VGG_BLOCK;
      float *pixel = to + y * row_stride(out) + x * VGG_BLOCK;
      if (pooling->maximum) {
        pooling->kernels->maximum(
            (int)rows.count, (int)columns.count, pixels, row_stride(in), pixel);
      } else {
        pooling->kernels->mean(
            (int)rows.count, (int)columns.count, pixels, row_stride(in),
            mean_factor(rows, columns, pooling->count_padding), pixel);
      }
    }
  }
}

static vgg_status pool(
    vgg_team *team, const pooling *pooling, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out) {
  vgg_status status = check_window(&pooling->window, in_shape, out_shape);
  if (status != VGG_OK) { return status; }
  vgg_planes_job job = {in_shape, out_shape, in, out, pooling};
  return vgg_run_planes(team, pool_plane, &job);
}

vgg_status vgg_max_pool(
    vgg_team *team, const vgg_window *window, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out) {
  pooling pooling = {vgg_kernels_of(vgg_team_isa(team)), *window, true, false};
  return pool(team, &pooling, in_shape, in, out_shape, out);
}

vgg_status vgg_average_pool(
    vgg_team *team, const vgg_window *window, bool count_padding, const vgg_shape *in_shape,
    const float *in, const vgg_shape *out_shape, float *out) {
  pooling pooling = {vgg_kernels_of(vgg_team_isa(team)), *window, false, count_padding};
  return pool(team, &pooling, in_shape, in, out_shape, out);
}

static int64_t bin_start(int64_t index, int64_t size, int64_t bins) { return index * size / bins; }
static int64_t bin_end(int64_t index, int64_t size, int64_t bins) {
  return divided_up((index + 1) * size, bins);
}

static void adaptive_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const vgg_kernels *kernels = job->operation;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  const float *from = job->in + first_pixel(in, 0, task);
  float *to = job->out + first_pixel(out, 0, task);
  for (int64_t y = 0; y < out->height; y++) {
    int64_t top = bin_start(y, in->height, out->height);
    int64_t rows = bin_end(y, in->height, out->height) - top;
    for (int64_t x = 0; x < out->width; x++) {
      int64_t left = bin_start(x, in->width, out->width);
      int64_t columns = bin_end(x, in->width, out->width) - left;
      kernels->mean(
          (int)rows, (int)columns, from + top * row_stride(in) + left * VGG_BLOCK, row_stride(in),
          1 / ((float)rows * (float)columns), to + y * row_stride(out) + x * VGG_BLOCK);
    }
  }
}

vgg_status vgg_adaptive_average_pool(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out) {
  vgg_planes_job job = {
      in_shape, out_shape, in, out, vgg_kernels_of(vgg_team_isa(team))};
  return vgg_run_planes(team, adaptive_plane, &job);
}
