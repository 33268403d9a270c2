// The gradient of a convolution's input: where the stride is 1, a convolution with turned weights;
// otherwise plain sums, for which 16 input channels side by side gather what their groups' outputs contribute.

#include <string.h>

#include "training/weight-gradient.h"

static int64_t out_height(const vgg_conv *conv) {
  return vgg_window_output(
      conv->in_height, conv->kernel_h, conv->stride_h, conv->pad_h, conv->dilation_h, false);
}
static int64_t out_width(const vgg_conv *conv) {
  return vgg_window_output(
      conv->in_width, conv->kernel_w, conv->stride_w, conv->pad_w, conv->dilation_w, false);
}

vgg_status vgg_input_gradient_conv(const vgg_conv *conv, vgg_conv *gradient) {
  vgg_conv turned = {
      .batch = conv->batch,
      .in_channels = conv->out_channels,
      .in_height = (int32_t)out_height(conv),
      .in_width = (int32_t)out_width(conv),
      .in_border = conv->out_border,
      .out_channels = conv->in_channels,
      .out_border = conv->in_border,
      .kernel_h = conv->kernel_h,
      .kernel_w = conv->kernel_w,
      .stride_h = 1,
      .stride_w = 1,
      .pad_h = (int32_t)(span_of(conv->kernel_h, conv->dilation_h) - 1 - conv->pad_h),
      .pad_w = (int32_t)(span_of(conv->kernel_w, conv->dilation_w) - 1 - conv->pad_w),
      .dilation_h = conv->dilation_h,
      .dilation_w = conv->dilation_w,
      .groups = conv->groups,
      .flags = conv->flags & VGG_EXACT,
  };
  if (conv->stride_h != 1 || conv->stride_w != 1 || turned.pad_h < 0 || turned.pad_w < 0
      || turned.in_border < larger(turned.pad_h, turned.pad_w)) {
    return VGG_UNSUPPORTED;
  }
  *gradient = turned;
  return VGG_OK;
}

typedef struct turn_job {
  const vgg_conv *conv;
  const float *weights;
  float *turned;
} turn_job;

static void turn_input(void *argument, int thread, int64_t input) {
  (void)thread;
  const turn_job *job = argument;
  const vgg_conv *conv = job->conv;
  int64_t taps = taps_of(conv), inputs = group_inputs(conv), outputs = group_outputs(conv);
  int64_t first = input / inputs * outputs;
  float *to = job->turned + input * outputs * taps;
  for (int64_t o = first; o < first + outputs; o++) {
    const float *kernel = job->weights + (o * inputs + input % inputs) * taps;
    for (int64_t tap = 0; tap < taps; tap++) { *to++ = kernel[taps - 1 - tap]; }
  }
}

void vgg_turn_weights(vgg_team *team, const vgg_conv *conv, const float *weights, float *turned) {
  turn_job job = {conv, weights, turned};
  vgg_team_run(team, turn_input, &job, conv->in_channels);
}

// ------------------------------------------------------------------ any stride, padding and groups

typedef struct gather_job {
  const vgg_conv *conv;
  const vgg_kernels *kernels;
  vgg_shape in_shape, out_shape;
  const float *weights, *gradient;
  float *in_gradient, *packed;
} gather_job;

size_t vgg_input_gradient_scratch_bytes(const vgg_conv *conv) {
  return (size_t)blocks_of(conv->in_channels) * VGG_BLOCK * group_outputs(conv) * taps_of(conv)
         * sizeof(float);
}

// The weights of one block of input channels: for each output of a group and tap 16 numbers.
static void pack_block(void *argument, int thread, int64_t block) {
  (void)thread;
  const gather_job *job = argument;
  const vgg_conv *conv = job->conv;
  int64_t taps = taps_of(conv), inputs = group_inputs(conv), outputs = group_outputs(conv);
  float *packed = job->packed + block * outputs * taps * VGG_BLOCK;
  for (int64_t o = 0; o < outputs; o++) {
    for (int64_t tap = 0; tap < taps; tap++) {
      for (int64_t i = block * VGG_BLOCK; i < (block + 1) * VGG_BLOCK; i++) {
        int64_t output = i / inputs * outputs + o;
        *packed++ = i < conv->in_channels
                        ? job->weights[(output * inputs + i % inputs) * taps + tap]
                        : 0;
      }
    }
  }
}


// Adds what one pixel of the output's gradient contributes to one tap's pixel of the input's.
static void add_tap(
    const gather_job *job, const float *pixel, const float *weights, float *sums) {
  int64_t taps = taps_of(job->conv);
  for (int64_t o = 0; o < job->conv->out_channels; o++) {
    float value = pixel[o / VGG_BLOCK * (int64_t)block_stride(&job->out_shape) + o % VGG_BLOCK];
    const float *factors = weights + o * taps * VGG_BLOCK;
    for (int i = 0; i < VGG_BLOCK; i++) { sums[i] += value * factors[i]; }
  }
}

/// The address in a plane of the pixel that a tap of the output's pixel (y, x) reads; NULL if it is padding.
static float *pixel_of_tap(
    const gather_job *job, int64_t y, int64_t x, int64_t tap, float *pixels) {
  const vgg_conv *conv = job->conv;
  const vgg_shape *in = &job->in_shape;
  int64_t row = y * conv->stride_h + tap / conv->kernel_w * conv->dilation_h - conv->pad_h;
  int64_t column = x * conv->stride_w + tap % conv->kernel_w * conv->dilation_w - conv->pad_w;
  bool is_inside = row >= 0 && row < in->height && column >= 0 && column < in->width;
  return is_inside ? pixels + row * row_stride(in) + column * VGG_BLOCK : NULL;
}

static void gather_from_all(const gather_job *job, const float *gradient, const float *packed, float *pixels) {
  const vgg_shape *out = &job->out_shape;
  for (int64_t y = 0; y < out->height; y++) {
    for (int64_t x = 0; x < out->width; x++) {
      const float *pixel = gradient + y * row_stride(out) + x * VGG_BLOCK;
      for (int64_t tap = 0; tap < taps_of(job->conv); tap++) {
        float *sums = pixel_of_tap(job, y, x, tap, pixels);
        if (sums != NULL) { add_tap(job, pixel, packed + tap * VGG_BLOCK, sums); }
      }
    }
  }
}

/// Output pixels `first` ..< `last` of a row, for which a tap's pixel is inside the input.
typedef struct inside {
  int64_t first, last;
} inside;

static inside columns_inside(const gather_job *job, int64_t tap_column) {
  const vgg_conv *conv = job->conv;
  int64_t offset = tap_column * conv->dilation_w - conv->pad_w, stride = conv->stride_w;
  return (inside){
      .first = offset < 0 ? divided_up(-offset, stride) : 0,
      .last = smaller(job->out_shape.width, divided_up(larger(conv->in_width - offset, 0), stride)),
  };
}

/// Adds what `pixels` pixels side by side of the output's gradient, from (y, x) on, contribute to the input's.
static void spread_pixels(
    const gather_job *job, const float *gradient, int64_t y, int64_t x, int64_t pixels,
    const float *weights, float *in_pixels) {
  const vgg_conv *conv = job->conv;
  const vgg_shape *in = &job->in_shape;
  for (int64_t v = 0; v < conv->kernel_h; v++) {
    int64_t row = y * conv->stride_h + v * conv->dilation_h - conv->pad_h;
    if (row < 0 || row >= in->height) { continue; }
    for (int64_t u = 0; u < conv->kernel_w; u++) {
      inside columns = columns_inside(job, u);
      int64_t first = larger(columns.first, x), last = smaller(columns.last, x + pixels);
      if (first >= last) { continue; }
      int64_t column = first * conv->stride_w + u * conv->dilation_w - conv->pad_w;
      job->kernels->lane_spread(
          (int)(last - first), gradient + (first - x) * VGG_BLOCK,
          weights + (v * conv->kernel_w + u) * VGG_BLOCK,
          in_pixels + row * row_stride(in) + column * VGG_BLOCK, (size_t)conv->stride_w * VGG_BLOCK);
    }
  }
}

enum { GATHERED_PIXELS = 64 };

// Each lane of the input block has its own outputs: one of each group after the other. In a depthwise convolution
// they are already in the gradient in the needed order.
static void gather_from_groups(
    const gather_job *job, int64_t block, const float *gradient, const float *packed, float *pixels) {
  const vgg_shape *out = &job->out_shape;
  vgg_conv turned = *job->conv;
  turned.in_channels = job->conv->out_channels;
  turned.out_channels = job->conv->in_channels;
  for (int64_t o = 0; o < group_outputs(job->conv); o++) {
    vgg_lane_map map = vgg_lane_inputs(&turned, out, block, o);
    const float *weights = packed + o * taps_of(job->conv) * VGG_BLOCK;
    for (int64_t y = 0; y < out->height; y++) {
      const float *row = gradient + y * row_stride(out);
      if (is_depthwise(job->conv)) {
        spread_pixels(job, row + block * block_stride(out), y, 0, out->width, weights, pixels);
        continue;
      }
      for (int64_t x = 0; x < out->width; x += GATHERED_PIXELS) {
        _Alignas(64) float gathered[GATHERED_PIXELS * VGG_BLOCK];
        int64_t count = smaller(GATHERED_PIXELS, out->width - x);
        job->kernels->gather((size_t)count, row + x * VGG_BLOCK, &map, gathered);
        spread_pixels(job, gathered, y, x, count, weights, pixels);
      }
    }
  }
}

static void gather_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const gather_job *job = argument;
  const vgg_conv *conv = job->conv;
  const vgg_shape *in = &job->in_shape;
  int64_t blocks = blocks_of(conv->in_channels), image = task / blocks, block = task % blocks;
  float *plane = job->in_gradient + task * block_stride(in);
  memset(plane, 0, block_stride(in) * sizeof(float));
  float *pixels = job->in_gradient + first_pixel(in, 0, task);
  const float *gradient = job->gradient + first_pixel(&job->out_shape, image, 0);
  const float *packed = job->packed + block * group_outputs(conv) * taps_of(conv) * VGG_BLOCK;
  if (conv->groups == 1) {
    gather_from_all(job, gradient, packed, pixels);
  } else {
    gather_from_groups(job, block, gradient, packed, pixels);
  }
}

vgg_status vgg_input_gradient(
    vgg_team *team, const vgg_conv *conv, const float *weights, const float *gradient,
    float *in_gradient, void *scratch) {
  gather_job job = {
      .conv = conv,
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .in_shape = input_shape(conv),
      .out_shape = {conv->batch, conv->out_channels, (int32_t)out_height(conv),
                    (int32_t)out_width(conv), conv->out_border},
      .weights = weights,
      .gradient = gradient,
      .in_gradient = in_gradient,
      .packed = scratch,
  };
  vgg_status status = vgg_shape_check(&job.in_shape);
  if (status == VGG_OK) { status = vgg_shape_check(&job.out_shape); }
  if (status != VGG_OK) { return status; }
  int64_t blocks = blocks_of(conv->in_channels);
  vgg_team_run(team, pack_block, &job, blocks);
  vgg_team_run(team, gather_plane, &job, conv->batch * blocks);
  return VGG_OK;
}
