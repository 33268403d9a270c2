// The gradient of a convolution's weights: plans, the choice of an algorithm, and the conversion of the
// accumulators to PyTorch's order.

#include "training/weight-gradient.h"

static vgg_conv without_flags(const vgg_conv *conv) {
  vgg_conv plain = *conv;
  plain.flags = 0;
  return plain;
}

vgg_status vgg_weight_gradient_plan_make(
    vgg_isa isa, int threads, const vgg_conv *conv, vgg_algorithm algorithm,
    vgg_weight_gradient_plan *plan) {
  vgg_conv plain = without_flags(conv);
  vgg_conv_plan forward;
  // The forward plan checks the description and every size.
  vgg_status status = vgg_conv_plan_make(isa, threads, &plain, VGG_DIRECT, &forward);
  if (status != VGG_OK) { return status; }
  bool winograd = algorithm == VGG_WINOGRAD_4;
  if (winograd ? !is_for_winograd(conv) || conv->groups > 1 : algorithm != VGG_DIRECT) { return VGG_UNSUPPORTED; }
  vgg_weight_gradient_plan made = {
      .conv = plain, .algorithm = algorithm, .isa = isa, .threads = threads, .out = forward.out};
  if (winograd) {
    vgg_winograd_gradient_plan(&made);
  } else if (is_by_lanes(conv)) {
    vgg_lane_gradient_plan(&made);
  } else {
    vgg_direct_gradient_plan(&made);
  }
  if (made.scratch_bytes >> MAX_SIZE_BITS != 0) { return VGG_TOO_LARGE; }
  *plan = made;
  return VGG_OK;
}

// Cycles, counted as in conv-choose.c.
static const double product_cycles = 1.1, tile_cycles = 300;

vgg_algorithm vgg_weight_gradient_choose(const vgg_conv *conv) {
  vgg_weight_gradient_plan direct, winograd;
  if (conv->flags & VGG_EXACT
      || vgg_weight_gradient_plan_make(VGG_ISA_PORTABLE, 1, conv, VGG_DIRECT, &direct) != VGG_OK
      || vgg_weight_gradient_plan_make(VGG_ISA_PORTABLE, 1, conv, VGG_WINOGRAD_4, &winograd)
             != VGG_OK) {
    return VGG_DIRECT;
  }
  double outputs = (double)blocks_of(conv->out_channels) * VGG_BLOCK;
  double pairs = outputs * conv->in_channels / VGG_BLOCK * product_cycles;
  double pixels = (double)conv->batch * direct.out.height * direct.out.width;
  double blocks = (double)blocks_of(conv->out_channels) + (double)blocks_of(conv->in_channels);
  return (double)winograd.tiles * (36 * pairs + blocks * tile_cycles) < pixels * 9 * pairs
             ? VGG_WINOGRAD_4
             : VGG_DIRECT;
}

typedef struct unpack_job {
  const vgg_weight_gradient_plan *plan;
  float *accumulators, *weights;
} unpack_job;

// The kernels of one output channel.
static void unpack_channel(void *argument, int thread, int64_t channel) {
  (void)thread;
  const unpack_job *job = argument;
  const vgg_conv *conv = &job->plan->conv;
  int64_t taps = taps_of(conv);
  size_t part = accumulator_floats(conv);
  float *to = job->weights + channel * group_inputs(conv) * taps;
  for (int64_t block = 0; block < blocks_of(group_inputs(conv)); block++) {
    const float *from = accumulators(conv, job->accumulators, channel / VGG_BLOCK, block)
                        + channel % VGG_BLOCK;
    int channels = block_channels(group_inputs(conv), block);
    for (int i = 0; i < channels; i++) {
      for (int64_t tap = 0; tap < taps; tap++) {
        const float *number = from + tap * ACCUMULATOR + i * VGG_BLOCK;
        float sum = *number;
        for (int32_t p = 1; p < job->plan->parts; p++) { sum += number[p * part]; }
        *to++ = sum;
      }
    }
  }
}

void vgg_weight_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *weights, void *scratch) {
  if (is_by_lanes(&plan->conv)) {
    vgg_lane_gradient_run(plan, team, in, gradient, weights, scratch);
    return;
  }
  if (plan->algorithm == VGG_DIRECT) {
    vgg_direct_gradient_run(plan, team, in, gradient, scratch);
  } else {
    vgg_winograd_gradient_run(plan, team, in, gradient, scratch);
  }
  unpack_job job = {plan, scratch, weights};
  vgg_team_run(team, unpack_channel, &job, plan->conv.out_channels);
}
