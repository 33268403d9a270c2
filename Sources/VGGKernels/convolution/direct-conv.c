// Direct convolution: bands of output rows, summed and finished in registers strip by strip.
//
// Packed weights: [panel][channel block][kernel row][kernel column][channel][output channel of the
// panel]; with plain input every channel is a separate block. A panel's outputs belong to one group, and its
// channels are those of the group.

#include <string.h>

#include "convolution/conv.h"
#include "elementwise/activations.h"

enum {
  /// Bytes of one band's sums.
  BAND_BYTES = 96 << 10,
  /// Bytes of weights that a band's strips share before the next channel blocks come.
  WEIGHT_BYTES = 192 << 10,
  TASKS_PER_THREAD = 4,
};

typedef struct direct_job {
  const vgg_conv_plan *plan;
  const vgg_kernels *kernels;
  /// The inner loop for the plan's panels.
  void (*sum)(int rows, const vgg_direct_strip *strip);
  const vgg_activation *activation;
  const float *bias, *weights, *in;
  float *out, *scratch;
  int64_t band_rows, bands;
} direct_job;

static bool is_plain(const vgg_conv_plan *plan) { return plan->conv.flags & VGG_PLAIN_INPUT; }

static int64_t rows_of_band(const vgg_conv_plan *plan) {
  int64_t step = plan->conv.flags & VGG_POOL ? 2 : 1;
  int64_t row_bytes = (int64_t)plan->conv_width * panel_of(plan) * (int64_t)sizeof(float);
  int64_t rows = larger(BAND_BYTES / (row_bytes * step), 1) * step;
  int64_t others = plan->conv.batch * (is_plain(plan) ? 1 : panels_of(plan));
  int64_t wanted = divided_up((int64_t)TASKS_PER_THREAD * plan->threads, others);
  rows = smaller(rows, divided_up(divided_up(needed_rows(plan), step), wanted) * step);
  return larger(rows, step);
}

/// Pixels of one row that a band of a plain input copies: all that the taps touch.
static int64_t copied_columns(const vgg_conv_plan *plan) {
  return (int64_t)(plan->conv_width - 1) * plan->conv.stride_w
         + span_of(plan->conv.kernel_w, plan->conv.dilation_w);
}

static int64_t copied_rows(const vgg_conv_plan *plan) {
  return (rows_of_band(plan) - 1) * plan->conv.stride_h
         + span_of(plan->conv.kernel_h, plan->conv.dilation_h);
}

static size_t sums_floats(const vgg_conv_plan *plan) {
  return (size_t)rows_of_band(plan) * plan->conv_width * panel_of(plan);
}

/// One finished row of a channel block that waits for pooling, and two of each of a panel's blocks.
static size_t waiting_line(const vgg_conv_plan *plan) {
  return (size_t)plan->conv_width * VGG_BLOCK;
}
static size_t pool_floats(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? 2 * (size_t)plan->conv_width * MAX_PANEL : 0;
}

/// Numbers of a plain input that a band copies; -1 if they are too many.
static int64_t copied_floats(const vgg_conv_plan *plan) {
  if (!is_plain(plan)) { return 0; }
  return bounded_product(
      bounded_product(copied_rows(plan), copied_columns(plan)), plan->conv.in_channels);
}

static size_t thread_floats(const vgg_conv_plan *plan) {
  return sums_floats(plan) + pool_floats(plan) + divided_up(copied_floats(plan), 16) * 16;
}

void vgg_direct_plan(vgg_conv_plan *plan) {
  int64_t taps = (int64_t)plan->conv.kernel_h * plan->conv.kernel_w;
  size_t weights = (size_t)panels_of(plan) * panel_of(plan) * group_inputs(&plan->conv) * taps;
  plan->packed_bytes = (packed_bias_floats(plan) + weights) * sizeof(float);
  plan->scratch_bytes =
      copied_floats(plan) < 0 ? SIZE_MAX : plan->threads * thread_floats(plan) * sizeof(float);
  plan->product_flops = 2.0 * plan->conv.batch * plan->conv.out_channels * plan->conv_height
                        * plan->conv_width * group_inputs(&plan->conv) * taps;
}

// ------------------------------------------------------------------ packing

typedef struct pack_job {
  const vgg_conv_plan *plan;
  const float *weights, *scale;
  float *packed;
} pack_job;

static void pack_panel(void *argument, int thread, int64_t panel) {
  (void)thread;
  const pack_job *job = argument;
  const vgg_conv *conv = &job->plan->conv;
  int64_t width = panel_of(job->plan), inputs = group_inputs(conv), panels = group_panels(job->plan);
  int64_t start_of_group = panel / panels * group_outputs(conv), end = start_of_group + group_outputs(conv);
  int64_t first = start_of_group + panel % panels * width;
  int64_t taps = (int64_t)conv->kernel_h * conv->kernel_w;
  int64_t block = is_plain(job->plan) ? 1 : VGG_BLOCK;
  float *packed = job->packed + panel * inputs * taps * width;
  for (int64_t start = 0; start < inputs; start += block) {
    for (int64_t tap = 0; tap < taps; tap++) {
      for (int64_t i = start; i < smaller(start + block, inputs); i++) {
        for (int64_t o = first; o < first + width; o++) {
          float scale = job->scale == NULL || o >= end ? 1 : job->scale[o];
          *packed++ = o < end ? job->weights[(o * inputs + i) * taps + tap] * scale : 0;
        }
      }
    }
  }
}

void vgg_direct_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed) {
  pack_job job = {plan, weights, scale, packed};
  vgg_team_run(team, pack_panel, &job, panels_of(plan));
}

// ------------------------------------------------------------------ running

// Copies the rows of a plain image that a band reads, with the padding's zeros around them.
static void copy_rows(
    const vgg_conv_plan *plan, const float *image, int64_t top, int64_t rows, float *copy) {
  const vgg_conv *conv = &plan->conv;
  int64_t columns = copied_columns(plan);
  int64_t left = smaller(conv->pad_w, columns), inside = smaller(columns - left, conv->in_width);
  for (int64_t channel = 0; channel < conv->in_channels; channel++) {
    for (int64_t row = 0; row < rows; row++) {
      int64_t y = top + row;
      float *line = copy + (channel * copied_rows(plan) + row) * columns;
      if (y < 0 || y >= conv->in_height) {
        memset(line, 0, (size_t)columns * sizeof(float));
        continue;
      }
      memset(line, 0, (size_t)left * sizeof(float));
      memcpy(
          line + left, image + (channel * conv->in_height + y) * conv->in_width,
          (size_t)inside * sizeof(float));
      memset(line + left + inside, 0, (size_t)(columns - left - inside) * sizeof(float));
    }
  }
}

/// The rows of one panel that a task computes.
typedef struct band {
  int64_t image, top, rows, panel;
  /// Floats from one row of the input to the next.
  size_t in_row_stride;
  float *sums, *waiting;
} band;

// Sets the destination of one row of finished pixels: the result, or the place where it waits for pooling.
static void aim(const direct_job *job, const band *band, int64_t row, vgg_direct_strip *strip) {
  const vgg_shape *out = &job->plan->out;
  panel_blocks blocks = blocks_of_panel(job->plan, band->panel);
  strip->relu = job->plan->conv.flags & VGG_RELU;
  strip->out_blocks = (int)blocks.count;
  if (job->plan->conv.flags & VGG_POOL) {
    strip->out = band->waiting + row % 2 * waiting_line(job->plan);
    strip->out_block_stride = 2 * waiting_line(job->plan);
  } else {
    strip->out =
        job->out + first_pixel(out, band->image, blocks.first) + (band->top + row) * row_stride(out);
    strip->out_block_stride = block_stride(out);
  }
}

// The activation of a row that is summed up, from `row` on.
static void activate_row(
    const direct_job *job, const band *band, const vgg_direct_strip *strip, float *row) {
  for (int64_t block = 0; block < strip->out_blocks; block++) {
    float *pixels = row + block * strip->out_block_stride;
    vgg_activate_pixels(
        job->kernels, job->activation, job->plan->out.channels,
        blocks_of_panel(job->plan, band->panel).first + block, job->plan->conv_width, pixels, pixels);
  }
}

// Pools the two rows that wait, of which `row` is the second.
static void pool_rows(const direct_job *job, const band *band, int64_t row, int blocks) {
  const vgg_shape *out = &job->plan->out;
  size_t line = waiting_line(job->plan);
  for (int64_t block = 0; block < blocks; block++) {
    int64_t plane = blocks_of_panel(job->plan, band->panel).first + block;
    float *pixels = job->out + first_pixel(out, band->image, plane)
                    + (band->top + row) / 2 * row_stride(out);
    const float *waiting = band->waiting + block * 2 * line;
    for (int64_t x = 0; x < out->width; x++) {
      job->kernels->maximum(
          2, 2, waiting + 2 * x * VGG_BLOCK, line, pixels + x * VGG_BLOCK);
    }
  }
}

// Sums the rows a few channel blocks at a time; with the last blocks come the activation and pooling.
static void run_rows(const direct_job *job, vgg_direct_strip strip, const band *band) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t width = panel_of(plan), taps = (int64_t)conv->kernel_h * conv->kernel_w;
  int64_t depth = is_plain(plan) ? 1 : VGG_BLOCK, inputs = group_inputs(conv);
  int64_t blocks = divided_up(inputs, depth);
  int64_t block_weights = depth * taps * width;
  int64_t step = larger(WEIGHT_BYTES / (block_weights * (int64_t)sizeof(float)), 1);
  int64_t strips = divided_up(plan->conv_width, job->kernels->group_rows);
  const float *in = strip.in;
  for (int64_t block = 0; block < blocks; block += step) {
    bool last = block + step >= blocks;
    strip.blocks = (int)smaller(step, blocks - block);
    strip.depth = (int)depth;
    strip.last_depth = last ? (int)(inputs - (blocks - 1) * depth) : (int)depth;
    strip.weights = job->weights + band->panel * inputs * taps * width + block * block_weights;
    strip.bias =
        block == 0 ? job->bias + blocks_of_panel(plan, band->panel).first * VGG_BLOCK : NULL;
    for (int64_t row = 0; row < band->rows; row++) {
      if (last) { aim(job, band, row, &strip); }
      float *out = strip.out;
      for (int64_t part = 0; part < strips; part++) {
        int64_t from = part_start(plan->conv_width, strips, part);
        int64_t to = part_start(plan->conv_width, strips, part + 1);
        strip.in = in + block * strip.block_stride + row * conv->stride_h * band->in_row_stride
                   + from * strip.pixel_stride;
        strip.sums = band->sums + (row * plan->conv_width + from) * width;
        if (last) { strip.out = out + from * VGG_BLOCK; }
        job->sum((int)(to - from), &strip);
      }
      if (last && job->activation != NULL) { activate_row(job, band, &strip, out); }
      if (last && conv->flags & VGG_POOL && row % 2 == 1) {
        pool_rows(job, band, row, strip.out_blocks);
      }
    }
  }
}

// One band of one image: of one panel, or of all with plain input, whose rows are copied once.
static void run_band(void *argument, int thread, int64_t task) {
  const direct_job *job = argument;
  const vgg_conv_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t top = task % job->bands * job->band_rows;
  float *scratch = job->scratch + thread * thread_floats(plan);
  band band = {
      .image = task / job->bands % conv->batch,
      .top = top,
      .rows = smaller(job->band_rows, needed_rows(plan) - top),
      .panel = task / job->bands / conv->batch,
      .sums = scratch,
      .waiting = scratch + sums_floats(plan),
  };
  int64_t in_top = top * conv->stride_h - conv->pad_h;
  vgg_direct_strip strip = {.kernel_h = conv->kernel_h, .kernel_w = conv->kernel_w};
  if (!is_plain(plan)) {
    vgg_shape shape = input_shape(conv);
    strip.in = job->in + first_pixel(&shape, band.image, first_input_block(plan, band.panel))
               + in_top * (ptrdiff_t)row_stride(&shape) - (int64_t)conv->pad_w * VGG_BLOCK;
    strip.pixel_stride = (size_t)conv->stride_w * VGG_BLOCK;
    strip.tap_stride = (size_t)conv->dilation_w * VGG_BLOCK;
    band.in_row_stride = row_stride(&shape);
    strip.row_stride = (size_t)conv->dilation_h * band.in_row_stride;
    strip.block_stride = block_stride(&shape);
    run_rows(job, strip, &band);
    return;
  }
  float *copy = band.waiting + pool_floats(plan);
  size_t pixels = (size_t)conv->in_channels * conv->in_height * conv->in_width;
  copy_rows(
      plan, job->in + band.image * pixels, in_top,
      (band.rows - 1) * conv->stride_h + span_of(conv->kernel_h, conv->dilation_h), copy);
  strip.in = copy;
  strip.pixel_stride = (size_t)conv->stride_w;
  strip.tap_stride = (size_t)conv->dilation_w;
  band.in_row_stride = (size_t)copied_columns(plan);
  strip.row_stride = (size_t)conv->dilation_h * band.in_row_stride;
  strip.block_stride = (size_t)copied_rows(plan) * band.in_row_stride;
  for (band.panel = 0; band.panel < panels_of(plan); band.panel++) {
    run_rows(job, strip, &band);
  }
}

void vgg_direct_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  direct_job job = {
      .plan = plan,
      .kernels = kernels,
      .sum = panel_of(plan) == kernels->panel ? kernels->direct : kernels->direct_block,
      .activation = activation,
      .bias = packed,
      .weights = packed + packed_bias_floats(plan),
      .in = in,
      .out = out,
      .scratch = scratch,
      .band_rows = rows_of_band(plan),
  };
  job.bands = divided_up(needed_rows(plan), job.band_rows);
  int64_t panels = is_plain(plan) ? 1 : panels_of(plan);
  vgg_team_run(team, run_band, &job, panels * plan->conv.batch * job.bands);
}
