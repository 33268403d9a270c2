// What the parts of a convolution know of each other: plans, packed weights, tile blocks.

#ifndef VGG_CONV_H
#define VGG_CONV_H

#include "maps/blocked.h"
#include "instructions/kernels.h"

static inline int panel_of(const vgg_conv_plan *plan) { return vgg_kernels_of(plan->isa)->panel; }

/// Panels of output channels.
static inline int64_t panels_of(const vgg_conv_plan *plan) {
  return divided_up(plan->conv.out_channels, panel_of(plan));
}

/// Packed weights start with a bias for every output channel of every panel.
static inline size_t packed_bias_floats(const vgg_conv_plan *plan) {
  return (size_t)divided_up(plan->conv.out_channels, MAX_PANEL) * MAX_PANEL;
}

/// The blocked input's shape.
static inline vgg_shape input_shape(const vgg_conv *conv) {
  return (vgg_shape){
      conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
}

/// Rows and columns of the convolution that are needed: of a fused pooling's dropped row or column
/// nothing is computed but what shares a tile.
static inline int64_t needed_rows(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? (int64_t)plan->out.height * 2 : plan->conv_height;
}
static inline int64_t needed_columns(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? (int64_t)plan->out.width * 2 : plan->conv_width;
}

// ------------------------------------------------------------------ Winograd

/// Output pixels of a whole tile's side.
static inline int tile_of(const vgg_conv_plan *plan) { return (int)plan->algorithm; }

/// Points of the grid's side: what a whole tile reads.
static inline int grid_of(const vgg_conv_plan *plan) { return tile_of(plan) + 2; }
static inline int points_of(const vgg_conv_plan *plan) { return grid_of(plan) * grid_of(plan); }

/// Channels of a transformed tile: whole blocks.
static inline int64_t depth_of(const vgg_conv_plan *plan) {
  return blocks_of(plan->conv.in_channels) * VGG_BLOCK;
}

/// Floats from one point to the next in a block of transformed tiles, and in a panel's products.
static inline size_t input_point_stride(const vgg_conv_plan *plan) {
  return odd_lines((size_t)plan->block_tiles * depth_of(plan));
}
static inline size_t output_point_stride(const vgg_conv_plan *plan) {
  return odd_lines((size_t)plan->block_tiles * panel_of(plan));
}

/// Sizes of blocks and scratch for Winograd.
void vgg_winograd_plan(vgg_conv_plan *plan);
void vgg_winograd_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed);
void vgg_winograd_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const float *in, float *out,
    float *scratch);

/// Transforms a tile of `high_side` x `wide_side` pixels whose upper left corner is the pixel (y, x) of a
/// tensor. Before the call `tile->pixels` is the plane's pixel (0, 0), and the caller has set where the
/// points go.
void vgg_winograd_transform(
    void (*transform)(const vgg_input_tile *tile), int high_side, int wide_side,
    const vgg_shape *shape, int64_t y, int64_t x, vgg_input_tile *tile);

// ------------------------------------------------------------------ direct

void vgg_direct_plan(vgg_conv_plan *plan);
void vgg_direct_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed);
void vgg_direct_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const float *in, float *out,
    float *scratch);

#endif
