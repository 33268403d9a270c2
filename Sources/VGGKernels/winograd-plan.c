// How Winograd's tiles are divided into blocks.
//
// A private block belongs to one thread, which transforms its tiles, multiplies and transforms back
// panel by panel while all of it stays in the second-level cache; every block reads all weights again.
// A shared block is worked on by all threads in three phases, so that its weights are read once; its
// transformed tiles and products live in the third-level cache. Few channels and many tiles favour the
// first, many channels and few tiles the second: the choice is the one that moves fewer bytes.

#include "conv.h"

enum {
  /// Bytes of transformed tiles and products that a private block may take.
  PRIVATE_BYTES = 640 << 10,
  /// The same of a shared block.
  SHARED_BYTES = 16 << 20,
  /// Bytes of one point's transformed tiles in a shared block, which every panel reads.
  SHARED_POINT_BYTES = 512 << 10,
};

void vgg_winograd_plan(vgg_conv_plan *plan) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  int64_t tile = tile_of(plan), points = points_of(plan), depth = depth_of(plan);
  int64_t panel = kernels->panel, panels = panels_of(plan);
  // Of a fused pooling's dropped row or column nothing is computed but what shares a tile.
  bool pool = plan->conv.flags & VGG_POOL;
  int64_t tall = divided_up(pool ? plan->out.height * 2 : plan->conv_height, tile);
  int64_t wide = divided_up(pool ? plan->out.width * 2 : plan->conv_width, tile);
  plan->tiles = plan->conv.batch * tall * wide;
  plan->group_tiles = kernels->group_rows;
  plan->product_flops =
      2.0 * plan->tiles * points * plan->conv.in_channels * plan->conv.out_channels;

  size_t weight_floats = (size_t)points * panels * plan->conv.in_channels * panel;
  plan->packed_bytes = (packed_bias_floats(plan) + weight_floats) * sizeof(float);

  int64_t tile_bytes = points * (depth + panel) * (int64_t)sizeof(float);
  int64_t most = larger(PRIVATE_BYTES / tile_bytes, 1);
  most = most > plan->group_tiles ? most / plan->group_tiles * plan->group_tiles : most;
  int64_t blocks = divided_up(divided_up(plan->tiles, most), plan->threads) * plan->threads;
  blocks = smaller(blocks, plan->tiles);
  int64_t private_tiles = divided_up(plan->tiles, blocks);
  double private_bytes = (double)blocks * weight_floats * sizeof(float);
  double shared_bytes =
      2.0 * plan->tiles * points * (depth + panels * panel) * sizeof(float);
  plan->shared_blocks = shared_bytes < private_bytes || blocks < plan->threads;

  int64_t shared_tile_bytes = points * (depth + panels * panel) * (int64_t)sizeof(float);
  most = smaller(
      SHARED_BYTES / shared_tile_bytes, SHARED_POINT_BYTES / (depth * (int64_t)sizeof(float)));
  most = larger(most, plan->group_tiles);
  int64_t shared_tiles = divided_up(plan->tiles, divided_up(plan->tiles, most));

  plan->block_tiles = (int32_t)(plan->shared_blocks ? shared_tiles : private_tiles);
  size_t input = points * input_point_stride(plan), output = points * output_point_stride(plan);
  plan->scratch_bytes =
      (plan->shared_blocks ? input + panels * output : plan->threads * (input + output))
      * sizeof(float);
}
