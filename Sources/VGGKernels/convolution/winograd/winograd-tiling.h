// The tiling of a map for Winograd; for a dilated convolution, of its phases, as if each were an image.

#ifndef VGG_WINOGRAD_TILING_H
#define VGG_WINOGRAD_TILING_H

#include "convolution/conv.h"

/// Output pixels of a short tile's side.
enum { SHORT_SIZE = 4 };

/// Tiles along one side of a map: whole ones, then short ones.
typedef struct side_tiles {
  int64_t whole, rest;
} side_tiles;

/// The tiles of one convolution.
typedef struct tiling {
  int whole_size;
  int64_t images;
  side_tiles high, wide;
} tiling;

/// One tile: the image or phase that it belongs to, and the position there where its output starts.
typedef struct tile_place {
  int64_t image, y, x;
} tile_place;

tiling vgg_tiling_of(const vgg_conv_plan *plan);

static inline bool is_tall(int shape) { return shape == TALL_TILE || shape == WHOLE_TILE; }
static inline bool is_wide(int shape) { return shape == WHOLE_TILE || shape == WIDE_TILE; }

/// Output rows and columns of a tile; it reads 2 more.
static inline int rows_of(const tiling *tiling, int shape) {
  return is_tall(shape) ? tiling->whole_size : SHORT_SIZE;
}
static inline int columns_of(const tiling *tiling, int shape) {
  return is_wide(shape) ? tiling->whole_size : SHORT_SIZE;
}

/// Tiles of a shape side by side, and one above the other, in an image.
static inline int64_t tiles_wide(const tiling *tiling, int shape) {
  return is_wide(shape) ? tiling->wide.whole : tiling->wide.rest;
}
static inline int64_t tiles_high(const tiling *tiling, int shape) {
  return is_tall(shape) ? tiling->high.whole : tiling->high.rest;
}

/// Tiles of a shape in all images.
static inline int64_t tiles_of(const tiling *tiling, int shape) {
  return tiling->images * tiles_high(tiling, shape) * tiles_wide(tiling, shape);
}

/// Points of all tiles.
int64_t vgg_tiling_points(const tiling *tiling);

/// The place of tile `index` of a shape's tiles.
static inline tile_place place_of(const tiling *tiling, int shape, int64_t index) {
  int64_t high = tiles_high(tiling, shape), wide = tiles_wide(tiling, shape);
  int64_t row = index / wide % high, column = index % wide;
  int64_t above = is_tall(shape) ? 0 : tiling->high.whole * tiling->whole_size;
  int64_t before = is_wide(shape) ? 0 : tiling->wide.whole * tiling->whole_size;
  return (tile_place){
      .image = index / (high * wide),
      .y = above + row * rows_of(tiling, shape),
      .x = before + column * columns_of(tiling, shape),
  };
}

/// Tiles that are computed together: some of each shape, in the shapes' order.
typedef struct tile_block {
  /// The first of each shape's tiles.
  int64_t first[TILE_SHAPES];
  /// The starts of the shapes' tiles in the block, then the number of all tiles.
  int64_t starts[TILE_SHAPES + 1];
} tile_block;

/// Block `index` of `blocks`, each of which has the same part of every shape's tiles.
tile_block vgg_tile_block(const tiling *tiling, int64_t blocks, int64_t index);

/// The most tiles that one of the blocks has.
int64_t vgg_tiling_block_tiles(const tiling *tiling, int64_t blocks);

static inline int64_t count_of(const tile_block *block) { return block->starts[TILE_SHAPES]; }

/// The place of the tile of a shape at `position` of a block.
static inline tile_place place_in_block(
    const tiling *tiling, const tile_block *block, int shape, int64_t position) {
  return place_of(tiling, shape, block->first[shape] + position - block->starts[shape]);
}

/// Tiles side by side in a block.
typedef struct tile_range {
  int64_t start, count;
} tile_range;

/// The tiles that have the points of a set.
static inline tile_range range_of(const tile_block *block, int set) {
  static const int from[POINT_SETS] = {TALL_TILE, WHOLE_TILE, TALL_TILE, WHOLE_TILE};
  static const int to[POINT_SETS] = {TILE_SHAPES, SHORT_TILE, WIDE_TILE, WIDE_TILE};
  int64_t start = block->starts[from[set]];
  return (tile_range){start, block->starts[to[set]] - start};
}

#endif
