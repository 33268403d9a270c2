#include "convolution/winograd/winograd-tiling.h"

/// The tiles that cover `pixels` with the fewest points: whole ones of 6 and at most two short ones,
/// since three short ones have more points than two whole ones.
static side_tiles cover(int64_t pixels, int whole_size) {
  side_tiles best = {divided_up(pixels, whole_size), 0};
  if (whole_size != VGG_WINOGRAD_6) { return best; }
  for (int64_t rest = 1; rest <= 2; rest++) {
    int64_t whole = divided_up(larger(pixels - rest * SHORT_SIZE, 0), whole_size);
    int64_t fewer = (best.whole - whole) * (whole_size + 2) - (rest - best.rest) * (SHORT_SIZE + 2);
    if (fewer > 0) { best = (side_tiles){whole, rest}; }
  }
  return best;
}

tiling vgg_tiling_of(const vgg_conv_plan *plan) {
  return (tiling){
      .whole_size = tile_of(plan),
      .images = (int64_t)plan->conv.batch * plan->conv.dilation_h * plan->conv.dilation_w,
      .high = cover(divided_up(needed_rows(plan), plan->conv.dilation_h), tile_of(plan)),
      .wide = cover(divided_up(needed_columns(plan), plan->conv.dilation_w), tile_of(plan)),
  };
}

int64_t vgg_tiling_points(const tiling *tiling) {
  int64_t points = 0;
  for (int shape = 0; shape < TILE_SHAPES; shape++) {
    points += tiles_of(tiling, shape) * (rows_of(tiling, shape) + 2) * (columns_of(tiling, shape) + 2);
  }
  return points;
}

tile_block vgg_tile_block(const tiling *tiling, int64_t blocks, int64_t index) {
  tile_block block = {.starts = {0}};
  for (int shape = 0; shape < TILE_SHAPES; shape++) {
    int64_t tiles = tiles_of(tiling, shape);
    block.first[shape] = part_start(tiles, blocks, index);
    block.starts[shape + 1] =
        block.starts[shape] + part_start(tiles, blocks, index + 1) - block.first[shape];
  }
  return block;
}

int64_t vgg_tiling_block_tiles(const tiling *tiling, int64_t blocks) {
  tile_block first = vgg_tile_block(tiling, blocks, 0);
  return count_of(&first);
}
