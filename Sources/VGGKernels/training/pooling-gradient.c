#include <string.h>

#include "pooling/window.h"
#include "instructions/kernels.h"

typedef struct pooling_job {
  const vgg_kernels *kernels;
  vgg_window window;
  bool relu, count_padding;
  /// The pooling layer's input and output; their gradients' shapes.
  const vgg_shape *in_shape, *out_shape, *in_gradient_shape, *out_gradient_shape;
  const float *in, *out, *out_gradient;
  float *in_gradient;
} pooling_job;

/// The start of a bin along one axis, and its number of pixels.
typedef struct span {
  int64_t start, count;
} span;

static span bin_span(int64_t index, int64_t size, int64_t bins) {
  int64_t start = index * size / bins;
  return (span){start, divided_up((index + 1) * size, bins) - start};
}

static float *cleared_plane(const pooling_job *job, int64_t task) {
  const vgg_shape *shape = job->in_gradient_shape;
  memset(
      job->in_gradient + task * block_stride(shape), 0, block_stride(shape) * sizeof(float));
  return job->in_gradient + first_pixel(shape, 0, task);
}

static void maximum_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const pooling_job *job = argument;
  const vgg_window *window = &job->window;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  const vgg_shape *gradient = job->in_gradient_shape, *from = job->out_gradient_shape;
  float *to = cleared_plane(job, task);
  for (int64_t y = 0; y < out->height; y++) {
    window_span rows = window_rows(window, y, in);
    for (int64_t x = 0; x < out->width; x++) {
      window_span columns = window_columns(window, x, in);
      job->kernels->maximum_gradient(
          (int)rows.count, (int)columns.count,
          job->in + first_pixel(in, 0, task) + rows.start * row_stride(in)
              + columns.start * VGG_BLOCK,
          row_stride(in),
          job->out + first_pixel(out, 0, task) + y * row_stride(out) + x * VGG_BLOCK,
          job->out_gradient + first_pixel(from, 0, task) + y * row_stride(from) + x * VGG_BLOCK,
          job->relu, to + rows.start * row_stride(gradient) + columns.start * VGG_BLOCK,
          row_stride(gradient));
    }
  }
}

static void average_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const pooling_job *job = argument;
  const vgg_window *window = &job->window;
  const vgg_shape *in = job->in_gradient_shape, *out = job->out_gradient_shape;
  float *to = cleared_plane(job, task);
  for (int64_t y = 0; y < out->height; y++) {
    window_span rows = window_rows(window, y, in);
    for (int64_t x = 0; x < out->width; x++) {
      window_span columns = window_columns(window, x, in);
      job->kernels->spread(
          (int)rows.count, (int)columns.count,
          job->out_gradient + first_pixel(out, 0, task) + y * row_stride(out) + x * VGG_BLOCK,
          mean_factor(rows, columns, job->count_padding), to + rows.start * row_stride(in) + columns.start * VGG_BLOCK, row_stride(in));
    }
  }
}

static void adaptive_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const pooling_job *job = argument;
  const vgg_shape *in = job->in_gradient_shape, *out = job->out_gradient_shape;
  float *to = cleared_plane(job, task);
  for (int64_t y = 0; y < out->height; y++) {
    span rows = bin_span(y, in->height, out->height);
    for (int64_t x = 0; x < out->width; x++) {
      span columns = bin_span(x, in->width, out->width);
      job->kernels->spread(
          (int)rows.count, (int)columns.count,
          job->out_gradient + first_pixel(out, 0, task) + y * row_stride(out) + x * VGG_BLOCK,
          1 / ((float)rows.count * (float)columns.count),
          to + rows.start * row_stride(in) + columns.start * VGG_BLOCK, row_stride(in));
    }
  }
}

static vgg_status run(vgg_team *team, vgg_task *plane, pooling_job *job) {
  const vgg_shape *in = job->in_gradient_shape, *out = job->out_gradient_shape;
  vgg_status status = vgg_shape_check(in);
  if (status == VGG_OK) { status = vgg_shape_check(out); }
  if (status != VGG_OK) { return status; }
  if (in->batch != out->batch || in->channels != out->channels) { return VGG_INVALID; }
  job->kernels = vgg_kernels_of(vgg_team_isa(team));
  vgg_team_run(team, plane, job, in->batch * blocks_of(in->channels));
  return VGG_OK;
}

static bool window_fits(const vgg_window *window, const vgg_shape *in, const vgg_shape *out) {
  return out->height
             == vgg_window_output(
                 in->height, window->kernel_h, window->stride_h, window->pad_h, 1, window->ceil)
         && out->width
                == vgg_window_output(
                    in->width, window->kernel_w, window->stride_w, window->pad_w, 1, window->ceil);
}

vgg_status vgg_max_pool_gradient(
    vgg_team *team, const vgg_window *window, bool relu, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, const float *out, const vgg_shape *out_gradient_shape,
    const float *out_gradient, const vgg_shape *in_gradient_shape, float *in_gradient) {
  if (!same_size(in_shape, in_gradient_shape) || !same_size(out_shape, out_gradient_shape)
      || !window_fits(window, in_shape, out_shape)) {
    return VGG_INVALID;
  }
  pooling_job job = {
      .window = *window,
      .relu = relu,
      .in_shape = in_shape,
      .out_shape = out_shape,
      .in_gradient_shape = in_gradient_shape,
      .out_gradient_shape = out_gradient_shape,
      .in = in,
      .out = out,
      .out_gradient = out_gradient,
      .in_gradient = in_gradient,
  };
  return run(team, maximum_plane, &job);
}

vgg_status vgg_average_pool_gradient(
    vgg_team *team, const vgg_window *window, bool count_padding, const vgg_shape *out_shape,
    const float *out_gradient, const vgg_shape *in_shape, float *in_gradient) {
  if (!window_fits(window, in_shape, out_shape)) { return VGG_INVALID; }
  pooling_job job = {
      .window = *window,
      .count_padding = count_padding,
      .in_gradient_shape = in_shape,
      .out_gradient_shape = out_shape,
      .out_gradient = out_gradient,
      .in_gradient = in_gradient,
  };
  return run(team, average_plane, &job);
}

vgg_status vgg_adaptive_average_pool_gradient(
    vgg_team *team, const vgg_shape *out_shape, const float *out_gradient, const vgg_shape *in_shape,
    float *in_gradient) {
  pooling_job job = {
      .in_gradient_shape = in_shape,
      .out_gradient_shape = out_shape,
      .out_gradient = out_gradient,
      .in_gradient = in_gradient,
  };
  return run(team, adaptive_plane, &job);
}
