// Declarations that the parts of a convolution share: plans, packed weights, tile blocks.

#ifndef VGG_CONV_H
#define VGG_CONV_H

#include "maps/blocked.h"
#include "instructions/kernels.h"

/// Channels that an output sums over, and outputs that sum over the same.
static inline int64_t group_inputs(const vgg_conv *conv) { return conv->in_channels / conv->groups; }
static inline int64_t group_outputs(const vgg_conv *conv) {
  return conv->out_channels / conv->groups;
}

/// Output channels per panel: as the instruction set has, or one block if those would cover more than a group.
static inline int panel_of(const vgg_conv_plan *plan) {
  int panel = vgg_kernels_of(plan->isa)->panel;
  return plan->conv.groups > 1 && group_outputs(&plan->conv) % panel != 0 ? VGG_BLOCK : panel;
}

/// Whether groups begin or end inside a block of channels, so that the lanes of a block sum over different
/// inputs (lane-conv.c).
static inline bool is_by_lanes(const vgg_conv *conv) {
  return conv->groups > 1
         && (group_inputs(conv) % VGG_BLOCK != 0 || group_outputs(conv) % VGG_BLOCK != 0);
}

/// Whether the kernel is dilated in rows or columns.
static inline bool is_dilated(const vgg_conv *conv) {
  return conv->dilation_h > 1 || conv->dilation_w > 1;
}

/// Pixels from a kernel's first tap to its last, both counted.
static inline int64_t span_of(int64_t kernel, int64_t dilation) {
  return dilation * (kernel - 1) + 1;
}

/// Panels of output channels, of a group and of all.
static inline int64_t group_panels(const vgg_conv_plan *plan) {
  return divided_up(group_outputs(&plan->conv), panel_of(plan));
}
static inline int64_t panels_of(const vgg_conv_plan *plan) {
  return plan->conv.groups * group_panels(plan);
}

/// The blocks of a panel's outputs.
typedef struct panel_blocks {
  int64_t first, count;
} panel_blocks;

static inline panel_blocks blocks_of_panel(const vgg_conv_plan *plan, int64_t panel) {
  int64_t of_group = group_outputs(&plan->conv), panels = group_panels(plan);
  int64_t start = panel % panels * panel_of(plan);
  return (panel_blocks){
      .first = (panel / panels * of_group + start) / VGG_BLOCK,
      .count = smaller(panel_of(plan), blocks_of(of_group) * VGG_BLOCK - start) / VGG_BLOCK,
  };
}

/// The first block of the inputs of a panel's group.
static inline int64_t first_input_block(const vgg_conv_plan *plan, int64_t panel) {
  return panel / group_panels(plan) * group_inputs(&plan->conv) / VGG_BLOCK;
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

/// Rows and columns of the convolution that are needed. In a row or column that a fused pooling layer drops,
/// only the pixels that share a tile with needed ones are computed.
static inline int64_t needed_rows(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? (int64_t)plan->out.height * 2 : plan->conv_height;
}
static inline int64_t needed_columns(const vgg_conv_plan *plan) {
  return plan->conv.flags & VGG_POOL ? (int64_t)plan->out.width * 2 : plan->conv_width;
}

// ------------------------------------------------------------------ Winograd

/// The largest dilation that Winograd's algorithms take.
enum { MAX_WINOGRAD_DILATION = 32 };

/// Whether Winograd's algorithms can compute a convolution, apart from its groups and the kind of its input.
static inline bool is_for_winograd(const vgg_conv *conv) {
  return conv->kernel_h == 3 && conv->kernel_w == 3 && conv->stride_h == 1 && conv->stride_w == 1
         && larger(conv->dilation_h, conv->dilation_w) <= MAX_WINOGRAD_DILATION
         && conv->pad_h <= 2 * conv->dilation_h && conv->pad_w <= 2 * conv->dilation_w;
}

/// Output pixels of a whole tile's side.
static inline int tile_of(const vgg_conv_plan *plan) { return (int)plan->algorithm; }

/// Points along the grid's side: the pixels that a whole tile reads.
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
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch);

/// The pixels of a dilated convolution that share their taps: every `dilation_h`-th row and every
/// `dilation_w`-th column. Each such phase of an image is convolved like an image without dilation.
typedef struct phase {
  int64_t image, first_row, first_column;
} phase;

/// Phase `index` of those of all images, which are dilation_h x dilation_w each.
static inline phase phase_of(const vgg_conv *conv, int64_t index) {
  int64_t phases = (int64_t)conv->dilation_h * conv->dilation_w;
  return (phase){
      .image = index / phases,
      .first_row = index % phases / conv->dilation_w,
      .first_column = index % conv->dilation_w,
  };
}

/// Transforms a tile of `high_side` x `wide_side` pixels whose upper left corner is the pixel (y, x) of a
/// tensor. Before the call, `tile->pixels` is the plane's pixel (0, 0), and the caller has set the
/// destination of the points.
void vgg_winograd_transform(
    void (*transform)(const vgg_input_tile *tile), int high_side, int wide_side,
    const vgg_shape *shape, int64_t y, int64_t x, vgg_input_tile *tile);

/// The same for a tile whose pixels are as far apart as `conv`'s taps.
void vgg_winograd_transform_apart(
    void (*transform)(const vgg_input_tile *tile), int high_side, int wide_side,
    const vgg_conv *conv, const vgg_shape *shape, int64_t y, int64_t x, vgg_input_tile *tile);

// ------------------------------------------------------------------ direct

void vgg_direct_plan(vgg_conv_plan *plan);
void vgg_direct_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed);
void vgg_direct_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch);

// ------------------------------------------------------------------ groups by lanes

void vgg_lane_plan(vgg_conv_plan *plan);
void vgg_lane_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed);
void vgg_lane_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch);

/// Whether each channel is its own group, so that a block's lanes are those of the input.
static inline bool is_depthwise(const vgg_conv *conv) {
  return conv->groups == conv->in_channels && conv->groups == conv->out_channels;
}

/// The channels of a tensor that the lanes of output block `block` sum over first, offset by `input` within
/// their groups; lanes without a channel get the last one's.
vgg_lane_map vgg_lane_inputs(
    const vgg_conv *conv, const vgg_shape *in, int64_t block, int64_t input);

#endif
