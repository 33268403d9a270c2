// Declarations that the algorithms for the gradient of a convolution's weights share.
//
// The direct one and Winograd's sum into accumulators: for each block of output channels and block of its
// group's input channels, for each tap 16 x 16 numbers, output channels innermost. They are at the start of
// the scratch. Groups that begin or end inside a block are summed lane by lane (lane-gradient.c).

#ifndef VGG_WEIGHT_GRADIENT_H
#define VGG_WEIGHT_GRADIENT_H

#include "convolution/conv.h"

enum { ACCUMULATOR = VGG_BLOCK * VGG_BLOCK };

static inline int64_t taps_of(const vgg_conv *conv) {
  return (int64_t)conv->kernel_h * conv->kernel_w;
}

/// Floats of all accumulators.
static inline size_t accumulator_floats(const vgg_conv *conv) {
  return (size_t)blocks_of(conv->out_channels) * blocks_of(group_inputs(conv)) * taps_of(conv)
         * ACCUMULATOR;
}

/// The taps of one pair of blocks; `in_block` counts within the group.
static inline float *accumulators(
    const vgg_conv *conv, float *all, int64_t out_block, int64_t in_block) {
  return all + (out_block * blocks_of(group_inputs(conv)) + in_block) * taps_of(conv) * ACCUMULATOR;
}

/// Channels of a block that exist.
static inline int block_channels(int64_t channels, int64_t block) {
  return (int)smaller(VGG_BLOCK, channels - block * VGG_BLOCK);
}

/// Panels of a group's output channels: as many blocks as an outer product takes at once.
static inline int64_t outer_panels(const vgg_kernels *kernels, const vgg_conv *conv) {
  return divided_up(blocks_of(group_outputs(conv)), kernels->outer_blocks);
}

void vgg_direct_gradient_plan(vgg_weight_gradient_plan *plan);
void vgg_direct_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *scratch);

void vgg_lane_gradient_plan(vgg_weight_gradient_plan *plan);
void vgg_lane_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *weights, void *scratch);

void vgg_winograd_gradient_plan(vgg_weight_gradient_plan *plan);
void vgg_winograd_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *scratch);

#endif
