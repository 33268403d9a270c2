// The gradient of a convolution's weights by plain sums: for each row of the output's gradient and each
// tap an outer product, summed over the row's pixels in registers. The batch is divided into parts if
// there are too few pairs of channel blocks for all threads.

#include "training/weight-gradient.h"

enum { TASKS = 32 };

typedef struct direct_job {
  const vgg_weight_gradient_plan *plan;
  const vgg_kernels *kernels;
  vgg_shape in_shape;
  const float *in, *gradient;
  float *scratch;
  int64_t panels;
} direct_job;

void vgg_direct_gradient_plan(vgg_weight_gradient_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  // For the smallest panels, so that parts do not depend on the instruction set either.
  int64_t pairs = blocks_of(conv->out_channels) * blocks_of(group_inputs(conv));
  plan->parts = (int32_t)smaller(conv->batch, divided_up(TASKS, pairs));
  plan->scratch_bytes = plan->parts * accumulator_floats(conv) * sizeof(float);
  plan->product_flops = 2.0 * conv->batch * conv->out_channels * plan->out.height
                        * plan->out.width * group_inputs(conv) * taps_of(conv);
}

/// One row of pixels of one image that is summed.
typedef struct row {
  int64_t image, y;
  bool first;
} row;

/// A panel of a group's output blocks, and a block of its inputs; all but `in_of_group` count from the
/// tensor's first.
typedef struct pair {
  int64_t out_block, in_block, in_of_group;
  int out_blocks;
} pair;

static pair pair_of(const direct_job *job, int64_t index) {
  const vgg_conv *conv = &job->plan->conv;
  int64_t inputs = blocks_of(group_inputs(conv)), outputs = blocks_of(group_outputs(conv));
  int64_t group = index / inputs / job->panels;
  int64_t first = index / inputs % job->panels * job->kernels->outer_blocks;
  return (pair){
      .out_block = group * outputs + first,
      .in_block = group * inputs + index % inputs,
      .in_of_group = index % inputs,
      .out_blocks = (int)smaller(job->kernels->outer_blocks, outputs - first),
  };
}

static void add_row(const direct_job *job, const pair *pair, row row, float *sums) {
  const vgg_conv *conv = &job->plan->conv;
  const vgg_shape *in = &job->in_shape, *out = &job->plan->out;
  int channels = block_channels(group_inputs(conv), pair->in_of_group);
  int step = job->kernels->outer_rows;
  vgg_outer outer = {
      .depth = out->width,
      .a_stride = (size_t)conv->stride_w * VGG_BLOCK,
      .b = job->gradient + first_pixel(out, row.image, pair->out_block) + row.y * row_stride(out),
      .b_stride = VGG_BLOCK,
      .b_block_stride = block_stride(out),
      .c_stride = VGG_BLOCK,
      .c_block_stride = blocks_of(group_inputs(conv)) * taps_of(conv) * ACCUMULATOR,
      .accumulate = !row.first,
  };
  for (int v = 0; v < conv->kernel_h; v++) {
    const float *line = job->in + first_pixel(in, row.image, pair->in_block)
                        + (row.y * conv->stride_h + (int64_t)v * conv->dilation_h - conv->pad_h)
                              * (ptrdiff_t)row_stride(in)
                        - (int64_t)conv->pad_w * VGG_BLOCK;
    for (int u = 0; u < conv->kernel_w; u++) {
      float *tap = sums + ((int64_t)v * conv->kernel_w + u) * ACCUMULATOR;
      for (int i = 0; i < channels; i += step) {
        outer.a = line + (int64_t)u * conv->dilation_w * VGG_BLOCK + i;
        outer.c = tap + i * VGG_BLOCK;
        job->kernels->outer((int)smaller(step, channels - i), pair->out_blocks, &outer);
      }
    }
  }
}

// One part of the batch for a panel of output channels and a block of input channels.
static void add_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const direct_job *job = argument;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t pairs = conv->groups * job->panels * blocks_of(group_inputs(conv)), part = task / pairs;
  pair pair = pair_of(job, task % pairs);
  float *sums = accumulators(
      conv, job->scratch + part * accumulator_floats(conv), pair.out_block, pair.in_of_group);
  int64_t first = part_start(conv->batch, plan->parts, part);
  int64_t last = part_start(conv->batch, plan->parts, part + 1);
  for (int64_t image = first; image < last; image++) {
    for (int64_t y = 0; y < plan->out.height; y++) {
      add_row(job, &pair, (row){image, y, image == first && y == 0}, sums);
    }
  }
}

void vgg_direct_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *scratch) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  direct_job job = {
      .plan = plan,
      .kernels = kernels,
      .in_shape = input_shape(&plan->conv),
      .in = in,
      .gradient = gradient,
      .scratch = scratch,
      .panels = outer_panels(kernels, &plan->conv),
  };
  int64_t pairs = plan->conv.groups * job.panels * blocks_of(group_inputs(&plan->conv));
  vgg_team_run(team, add_part, &job, plan->parts * pairs);
}
