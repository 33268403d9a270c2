// The division of Winograd's tiles into blocks.
//
// A private block belongs to one thread, which transforms its tiles, multiplies and transforms back
// panel by panel while all of it stays in the second-level cache; every block reads all weights again.
// A shared block is transformed by all threads together; then each takes whole panels of output
// channels, so that every weight is read once for the block. Weights that a cache holds favour the
// first, which needs no synchronisation of threads; large weights or few tiles favour the second.

#include "convolution/winograd/winograd-tiling.h"

enum {
  /// Bytes of transformed tiles and products that a private block may take.
  PRIVATE_BYTES = 640 << 10,
  /// Bytes of weights above which blocks are shared.
  PRIVATE_WEIGHT_BYTES = 5 << 20,
  /// Bytes of transformed tiles in a shared block, which the last-level cache holds.
  SHARED_BYTES = 10 << 20,
  /// Bytes of one panel's products in a shared block, which one thread's second-level cache holds.
  SHARED_PRODUCT_BYTES = 576 << 10,
};

/// Blocks of at most `most` tiles: their number is a multiple of `multiple` if there are enough tiles.
static int64_t blocks_for(int64_t tiles, int64_t most, int64_t multiple) {
  int64_t blocks = divided_up(divided_up(tiles, larger(most, 1)), multiple) * multiple;
  return smaller(blocks, tiles);
}

void vgg_winograd_plan(vgg_conv_plan *plan) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  int64_t points = points_of(plan), depth = depth_of(plan), panels = panels_of(plan);
  int64_t panel = kernels->panel, group = kernels->group_rows, float_bytes = sizeof(float);
  tiling tiling = vgg_tiling_of(plan);
  plan->tiles = 0;
  for (int shape = 0; shape < TILE_SHAPES; shape++) { plan->tiles += tiles_of(&tiling, shape); }
  int64_t all_points = vgg_tiling_points(&tiling), tile_points = all_points / plan->tiles;
  plan->group_tiles = (int32_t)group;
  plan->product_flops = 2.0 * all_points * group_inputs(&plan->conv) * plan->conv.out_channels;

  size_t weight_bytes = points * panels * panel * group_inputs(&plan->conv) * float_bytes;
  plan->packed_bytes = packed_bias_floats(plan) * float_bytes + weight_bytes;

  plan->shared_blocks = plan->tiles < plan->threads * group
                        || (weight_bytes > PRIVATE_WEIGHT_BYTES && panels >= plan->threads);
  if (plan->shared_blocks) {
    int64_t most = smaller(
        SHARED_BYTES / (tile_points * depth * float_bytes),
        SHARED_PRODUCT_BYTES / (tile_points * panel * float_bytes));
    plan->blocks = blocks_for(plan->tiles, larger(most, group), 1);
  } else {
    int64_t most = PRIVATE_BYTES / (tile_points * (depth + panel) * float_bytes);
    most = most > group ? most / group * group : most;
    plan->blocks = blocks_for(plan->tiles, most, plan->threads);
  }
  plan->block_tiles = (int32_t)vgg_tiling_block_tiles(&tiling, plan->blocks);
  size_t input = points * input_point_stride(plan), output = points * output_point_stride(plan);
  plan->scratch_bytes =
      (plan->shared_blocks ? input + plan->threads * output : plan->threads * (input + output))
      * float_bytes;
}
