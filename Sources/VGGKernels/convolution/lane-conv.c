// Convolution of groups that begin or end inside a block of channels: depthwise ones, and those of few
// channels or of odd numbers. The 16 lanes of an output block are summed side by side, each over its own
// group's channels, one of each group after the other.
//
// In a depthwise convolution the lanes are already in the input in the needed order. Otherwise those of a band
// of rows are gathered, and the band is summed while they are in the cache.
//
// Packed weights: [output block][input of the group][kernel row][kernel column][16].

#include "convolution/conv.h"
#include "elementwise/activations.h"

enum {
  /// Bytes of one band's gathered pixels, and of its sums that wait for pooling.
  BAND_BYTES = 96 << 10,
  TASKS_PER_THREAD = 4,
};

typedef struct lane_job {
  const vgg_conv_plan *plan;
  const vgg_kernels *kernels;
  vgg_shape in_shape;
  const vgg_activation *activation;
  const float *bias, *weights, *in;
  float *out, *scratch;
  int64_t band_rows, bands;
} lane_job;

/// Pixels of a row that the taps touch, and rows that those of `rows` output rows do.
static int64_t touched_columns(const vgg_conv_plan *plan) {
  return (int64_t)(plan->conv_width - 1) * plan->conv.stride_w
         + span_of(plan->conv.kernel_w, plan->conv.dilation_w);
}
static int64_t touched_rows(const vgg_conv_plan *plan, int64_t rows) {
  return (rows - 1) * plan->conv.stride_h + span_of(plan->conv.kernel_h, plan->conv.dilation_h);
}

static int64_t rows_of_band(const vgg_conv_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  int64_t step = conv->flags & VGG_POOL ? 2 : 1;
  int64_t pixel_bytes = VGG_BLOCK * (int64_t)sizeof(float);
  int64_t rows = divided_up(needed_rows(plan), step) * step;
  if (!is_depthwise(conv)) {
    int64_t touched = BAND_BYTES / (touched_columns(plan) * pixel_bytes);
    rows = smaller(rows, (touched - touched_rows(plan, 1)) / conv->stride_h + 1);
  }
  if (conv->flags & VGG_POOL) {
    rows = smaller(rows, BAND_BYTES / (plan->conv_width * pixel_bytes));
  }
  int64_t wanted = divided_up(
      (int64_t)TASKS_PER_THREAD * plan->threads, conv->batch * blocks_of(conv->out_channels));
  rows = smaller(rows, divided_up(needed_rows(plan), wanted));
  return larger(rows / step, 1) * step;
}

/// Floats of a band's gathered pixels, and of its sums that wait for pooling.
static size_t gathered_floats(const vgg_conv_plan *plan) {
  return is_depthwise(&plan->conv)
             ? 0
             : (size_t)touched_rows(plan, rows_of_band(plan)) * touched_columns(plan) * VGG_BLOCK;
}
static size_t waiting_floats(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? (size_t)rows_of_band(plan) * plan->conv_width * VGG_BLOCK : 0;
}

static int64_t weights_of_block(const vgg_conv *conv) {
  return group_inputs(conv) * conv->kernel_h * conv->kernel_w * VGG_BLOCK;
}

void vgg_lane_plan(vgg_conv_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  size_t weights = blocks_of(conv->out_channels) * weights_of_block(conv);
  plan->packed_bytes = (packed_bias_floats(plan) + weights) * sizeof(float);
  plan->scratch_bytes =
      plan->threads * (gathered_floats(plan) + waiting_floats(plan)) * sizeof(float);
  plan->product_flops = 2.0 * conv->batch * conv->out_channels * plan->conv_height
                        * plan->conv_width * group_inputs(conv) * conv->kernel_h * conv->kernel_w;
}

vgg_lane_map vgg_lane_inputs(
    const vgg_conv *conv, const vgg_shape *in, int64_t block, int64_t input) {
  vgg_lane_map map = {.is_one_block = true};
  for (int64_t lane = 0; lane < VGG_BLOCK; lane++) {
    int64_t output = smaller(block * VGG_BLOCK + lane, conv->out_channels - 1);
    int64_t channel = output / group_outputs(conv) * group_inputs(conv) + input;
    size_t of_block = channel / VGG_BLOCK * block_stride(in);
    if (lane == 0) { map.block = of_block; }
    map.is_one_block &= of_block == map.block;
    map.lanes[lane] = (int32_t)(channel % VGG_BLOCK);
    map.offsets[lane] = of_block + channel % VGG_BLOCK;
  }
  return map;
}

// ------------------------------------------------------------------ packing

typedef struct pack_job {
  const vgg_conv *conv;
  const float *weights, *scale;
  float *packed;
} pack_job;

static void pack_block(void *argument, int thread, int64_t block) {
  (void)thread;
  const pack_job *job = argument;
  const vgg_conv *conv = job->conv;
  int64_t of_output = group_inputs(conv) * conv->kernel_h * conv->kernel_w;
  float *packed = job->packed + block * weights_of_block(conv);
  for (int64_t weight = 0; weight < of_output; weight++) {
    for (int64_t o = block * VGG_BLOCK; o < (block + 1) * VGG_BLOCK; o++) {
      float scale = job->scale == NULL || o >= conv->out_channels ? 1 : job->scale[o];
      *packed++ = o < conv->out_channels ? job->weights[o * of_output + weight] * scale : 0;
    }
  }
}

void vgg_lane_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed) {
  pack_job job = {&plan->conv, weights, scale, packed};
  vgg_team_run(team, pack_block, &job, blocks_of(plan->conv.out_channels));
}

// ------------------------------------------------------------------ running

/// The rows of one output block that a task computes.
typedef struct band {
  int64_t image, block, top, rows;
  float *gathered, *waiting;
} band;

/// A pixel that the band's first tap touches, and the floats from one row to the next.
typedef struct band_pixels {
  const float *first;
  size_t row_stride;
} band_pixels;

// The pixels that the band's lanes sum over, of input `input` of each group.
static band_pixels lanes_of(const lane_job *job, const band *band, int64_t input) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_shape *in = &job->in_shape;
  int64_t block = is_depthwise(&plan->conv) ? band->block : 0;
  const float *first = job->in + first_pixel(in, band->image, block)
                       + (band->top * plan->conv.stride_h - plan->conv.pad_h)
                             * (ptrdiff_t)row_stride(in)
                       - (int64_t)plan->conv.pad_w * VGG_BLOCK;
  if (is_depthwise(&plan->conv)) { return (band_pixels){first, row_stride(in)}; }
  vgg_lane_map map = vgg_lane_inputs(&plan->conv, in, band->block, input);
  size_t columns = (size_t)touched_columns(plan);
  for (int64_t row = 0; row < touched_rows(plan, band->rows); row++) {
    job->kernels->gather(
        columns, first + row * row_stride(in), &map, band->gathered + row * columns * VGG_BLOCK);
  }
  return (band_pixels){band->gathered, columns * VGG_BLOCK};
}

// Adds what input `input` of each group contributes; with the last comes the activation.
static void add_input(const lane_job *job, const band *band, int64_t input) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  const vgg_shape *out = &plan->out;
  band_pixels pixels = lanes_of(job, band, input);
  vgg_lane_row row = {
      .pixel_stride = (size_t)conv->stride_w * VGG_BLOCK,
      .row_stride = (size_t)conv->dilation_h * pixels.row_stride,
      .tap_stride = (size_t)conv->dilation_w * VGG_BLOCK,
      .kernel_h = conv->kernel_h,
      .kernel_w = conv->kernel_w,
      .weights = job->weights + band->block * weights_of_block(conv)
                 + input * conv->kernel_h * conv->kernel_w * VGG_BLOCK,
      .bias = input == 0 ? job->bias + band->block * VGG_BLOCK : NULL,
      .relu = conv->flags & VGG_RELU && input == group_inputs(conv) - 1,
  };
  bool pool = conv->flags & VGG_POOL;
  bool activates = job->activation != NULL && input == group_inputs(conv) - 1;
  for (int64_t y = 0; y < band->rows; y++) {
    row.in = pixels.first + y * conv->stride_h * pixels.row_stride;
    row.out = pool ? band->waiting + y * plan->conv_width * VGG_BLOCK
                   : job->out + first_pixel(out, band->image, band->block)
                         + (band->top + y) * row_stride(out);
    job->kernels->lanes(plan->conv_width, &row);
    if (activates) {
      vgg_activate_pixels(
          job->kernels, job->activation, out->channels, band->block, plan->conv_width, row.out,
          row.out);
    }
  }
}

static void pool_band(const lane_job *job, const band *band) {
  const vgg_shape *out = &job->plan->out;
  size_t line = (size_t)job->plan->conv_width * VGG_BLOCK;
  for (int64_t y = 0; y < band->rows; y += 2) {
    float *pixels = job->out + first_pixel(out, band->image, band->block)
                    + (band->top + y) / 2 * row_stride(out);
    for (int64_t x = 0; x < out->width; x++) {
      job->kernels->maximum(
          2, 2, band->waiting + y * line + 2 * x * VGG_BLOCK, line, pixels + x * VGG_BLOCK);
    }
  }
}

static void run_band(void *argument, int thread, int64_t task) {
  const lane_job *job = argument;
  const vgg_conv_plan *plan = job->plan;
  int64_t top = task % job->bands * job->band_rows, batch = plan->conv.batch;
  float *scratch = job->scratch + thread * (gathered_floats(plan) + waiting_floats(plan));
  band band = {
      .image = task / job->bands % batch,
      .block = task / job->bands / batch,
      .top = top,
      .rows = smaller(job->band_rows, needed_rows(plan) - top),
      .gathered = scratch,
      .waiting = scratch + gathered_floats(plan),
  };
  for (int64_t input = 0; input < group_inputs(&plan->conv); input++) {
    add_input(job, &band, input);
  }
  if (plan->conv.flags & VGG_POOL) { pool_band(job, &band); }
}

void vgg_lane_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch) {
  lane_job job = {
      .plan = plan,
      .kernels = vgg_kernels_of(plan->isa),
      .in_shape = input_shape(&plan->conv),
      .activation = activation,
      .bias = packed,
      .weights = packed + packed_bias_floats(plan),
      .in = in,
      .out = out,
      .scratch = scratch,
      .band_rows = rows_of_band(plan),
  };
  job.bands = divided_up(needed_rows(plan), job.band_rows);
  vgg_team_run(
      team, run_band, &job, job.bands * plan->conv.batch * blocks_of(plan->conv.out_channels));
}
