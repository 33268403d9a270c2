// The gradient of the weights of a convolution by lanes (lane-conv.c): for each output block, input of the
// group and tap 16 sums over the pixels, in float along a row and in double precision from row to row. The
// batch is divided into parts if there are too few blocks for all threads.
//
// Scratch: [part][output block][input of the group][tap][16] doubles, then each thread's gathered row.

#include "training/weight-gradient.h"

enum { TASKS = 32 };

typedef struct lane_job {
  const vgg_weight_gradient_plan *plan;
  const vgg_kernels *kernels;
  vgg_shape in_shape;
  const float *in, *gradient;
  double *sums;
  float *gathered, *weights;
} lane_job;

/// Numbers of the sums of one output block and input of the group, and of all.
static int64_t sums_of_input(const vgg_conv *conv) { return taps_of(conv) * VGG_BLOCK; }
static int64_t sums_of_part(const vgg_conv *conv) {
  return blocks_of(conv->out_channels) * group_inputs(conv) * sums_of_input(conv);
}

/// Pixels of a row that the taps touch.
static int64_t touched_columns(const vgg_weight_gradient_plan *plan) {
  return (int64_t)(plan->out.width - 1) * plan->conv.stride_w
         + span_of(plan->conv.kernel_w, plan->conv.dilation_w);
}
static size_t gathered_floats(const vgg_weight_gradient_plan *plan) {
  return is_depthwise(&plan->conv) ? 0 : (size_t)touched_columns(plan) * VGG_BLOCK;
}

void vgg_lane_gradient_plan(vgg_weight_gradient_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  int64_t tasks = blocks_of(conv->out_channels) * group_inputs(conv);
  plan->parts = (int32_t)smaller(conv->batch, divided_up(TASKS, tasks));
  plan->scratch_bytes = (size_t)plan->parts * sums_of_part(conv) * sizeof(double)
                        + plan->threads * gathered_floats(plan) * sizeof(float);
  plan->product_flops = 2.0 * conv->batch * conv->out_channels * plan->out.height
                        * plan->out.width * group_inputs(conv) * taps_of(conv);
}

/// One row of the output's gradient, of the current block and input.
typedef struct row {
  int64_t image, y, block;
  const vgg_lane_map *map;
  float *gathered;
} row;

// Adds the contribution of one row of the kernel; `v` is the kernel's row.
static void add_kernel_row(const lane_job *job, const row *row, int32_t v, double *sums) {
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  const vgg_shape *in = &job->in_shape, *out = &plan->out;
  int64_t y = row->y * conv->stride_h + (int64_t)v * conv->dilation_h - conv->pad_h;
  int64_t block = is_depthwise(conv) ? row->block : 0;
  const float *line = job->in + first_pixel(in, row->image, block)
                      + y * (ptrdiff_t)row_stride(in) - (int64_t)conv->pad_w * VGG_BLOCK;
  if (!is_depthwise(conv)) {
    job->kernels->gather((size_t)touched_columns(plan), line, row->map, row->gathered);
    line = row->gathered;
  }
  const float *gradient =
      job->gradient + first_pixel(out, row->image, row->block) + row->y * row_stride(out);
  size_t tap_stride = (size_t)conv->dilation_w * VGG_BLOCK;
  _Alignas(64) float products[LANE_TAPS * VGG_BLOCK];
  for (int32_t u = 0; u < conv->kernel_w; u += LANE_TAPS) {
    int taps = (int)smaller(LANE_TAPS, conv->kernel_w - u);
    job->kernels->lane_products(
        out->width, taps, line + u * tap_stride, (size_t)conv->stride_w * VGG_BLOCK, tap_stride,
        gradient, products);
    for (int i = 0; i < taps * VGG_BLOCK; i++) { sums[(int64_t)u * VGG_BLOCK + i] += (double)products[i]; }
  }
}

// One part of the batch for an output block and an input of the group.
static void add_part(void *argument, int thread, int64_t task) {
  const lane_job *job = argument;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t inputs = group_inputs(conv), input = task % inputs;
  int64_t block = task / inputs % blocks_of(conv->out_channels);
  int64_t part = task / inputs / blocks_of(conv->out_channels);
  double *sums = job->sums + task * sums_of_input(conv);
  for (int64_t i = 0; i < sums_of_input(conv); i++) { sums[i] = 0; }
  vgg_lane_map map = vgg_lane_inputs(conv, &job->in_shape, block, input);
  row row = {
      .block = block, .map = &map, .gathered = job->gathered + thread * gathered_floats(plan)};
  int64_t last = part_start(conv->batch, plan->parts, part + 1);
  for (row.image = part_start(conv->batch, plan->parts, part); row.image < last; row.image++) {
    for (row.y = 0; row.y < plan->out.height; row.y++) {
      for (int32_t v = 0; v < conv->kernel_h; v++) {
        add_kernel_row(job, &row, v, sums + (int64_t)v * conv->kernel_w * VGG_BLOCK);
      }
    }
  }
}

// The kernels of one output channel, in PyTorch's order.
static void write_channel(void *argument, int thread, int64_t channel) {
  (void)thread;
  const lane_job *job = argument;
  const vgg_conv *conv = &job->plan->conv;
  int64_t count = group_inputs(conv) * taps_of(conv);
  const double *sums =
      job->sums + channel / VGG_BLOCK * count * VGG_BLOCK + channel % VGG_BLOCK;
  for (int64_t weight = 0; weight < count; weight++) {
    double sum = 0;
    for (int32_t part = 0; part < job->plan->parts; part++) {
      sum += sums[part * sums_of_part(conv) + weight * VGG_BLOCK];
    }
    job->weights[channel * count + weight] = (float)sum;
  }
}

void vgg_lane_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *weights, void *scratch) {
  const vgg_conv *conv = &plan->conv;
  lane_job job = {
      .plan = plan,
      .kernels = vgg_kernels_of(plan->isa),
      .in_shape = input_shape(conv),
      .in = in,
      .gradient = gradient,
      .sums = scratch,
      .gathered = (float *)((double *)scratch + plan->parts * sums_of_part(conv)),
      .weights = weights,
  };
  vgg_team_run(
      team, add_part, &job, plan->parts * blocks_of(conv->out_channels) * group_inputs(conv));
  vgg_team_run(team, write_channel, &job, conv->out_channels);
}
