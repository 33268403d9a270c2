// The gradient of a convolution's input: where the stride is 1, a convolution with turned weights;
// otherwise plain sums.

#include <string.h>

#include "training/weight-gradient.h"

static int64_t out_height(const vgg_conv *conv) {
  return vgg_window_output(conv->in_height, conv->kernel_h, conv->stride_h, conv->pad_h, false);
}
static int64_t out_width(const vgg_conv *conv) {
  return vgg_window_output(conv->in_width, conv->kernel_w, conv->stride_w, conv->pad_w, false);
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
      .pad_h = conv->kernel_h - 1 - conv->pad_h,
      .pad_w = conv->kernel_w - 1 - conv->pad_w,
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
  int64_t taps = taps_of(conv);
  float *to = job->turned + input * conv->out_channels * taps;
  for (int64_t o = 0; o < conv->out_channels; o++) {
    const float *kernel = job->weights + (o * conv->in_channels + input) * taps;
    for (int64_t tap = 0; tap < taps; tap++) { *to++ = kernel[taps - 1 - tap]; }
  }
}

void vgg_turn_weights(vgg_team *team, const vgg_conv *conv, const float *weights, float *turned) {
  turn_job job = {conv, weights, turned};
  vgg_team_run(team, turn_input, &job, conv->in_channels);
}

// ------------------------------------------------------------------ any stride and padding

typedef struct gather_job {
  const vgg_conv *conv;
  vgg_shape in_shape, out_shape;
  const float *weights, *gradient;
  float *in_gradient, *packed;
} gather_job;

size_t vgg_input_gradient_scratch_bytes(const vgg_conv *conv) {
  return (size_t)blocks_of(conv->in_channels) * VGG_BLOCK * conv->out_channels * taps_of(conv)
         * sizeof(float);
}

// The weights of one block of input channels: for each output channel and tap 16 numbers.
static void pack_block(void *argument, int thread, int64_t block) {
  (void)thread;
  const gather_job *job = argument;
  const vgg_conv *conv = job->conv;
  int64_t taps = taps_of(conv);
  float *packed = job->packed + block * conv->out_channels * taps * VGG_BLOCK;
  int channels = block_channels(conv->in_channels, block);
  for (int64_t o = 0; o < conv->out_channels; o++) {
    const float *kernels = job->weights + (o * conv->in_channels + block * VGG_BLOCK) * taps;
    for (int64_t tap = 0; tap < taps; tap++) {
      for (int i = 0; i < VGG_BLOCK; i++) { *packed++ = i < channels ? kernels[i * taps + tap] : 0; }
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

static void gather_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const gather_job *job = argument;
  const vgg_conv *conv = job->conv;
  const vgg_shape *in = &job->in_shape, *out = &job->out_shape;
  int64_t blocks = blocks_of(conv->in_channels), image = task / blocks, block = task % blocks;
  float *plane = job->in_gradient + task * block_stride(in);
  memset(plane, 0, block_stride(in) * sizeof(float));
  float *pixels = job->in_gradient + first_pixel(in, 0, task);
  const float *packed = job->packed + block * conv->out_channels * taps_of(conv) * VGG_BLOCK;
  for (int64_t y = 0; y < out->height; y++) {
    for (int64_t x = 0; x < out->width; x++) {
      const float *pixel =
          job->gradient + first_pixel(out, image, 0) + y * row_stride(out) + x * VGG_BLOCK;
      for (int64_t tap = 0; tap < taps_of(conv); tap++) {
        int64_t row = y * conv->stride_h + tap / conv->kernel_w - conv->pad_h;
        int64_t column = x * conv->stride_w + tap % conv->kernel_w - conv->pad_w;
        if (row < 0 || row >= in->height || column < 0 || column >= in->width) { continue; }
        add_tap(
            job, pixel, packed + tap * VGG_BLOCK,
            pixels + row * row_stride(in) + column * VGG_BLOCK);
      }
    }
  }
}

vgg_status vgg_input_gradient(
    vgg_team *team, const vgg_conv *conv, const float *weights, const float *gradient,
    float *in_gradient, void *scratch) {
  gather_job job = {
      .conv = conv,
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
