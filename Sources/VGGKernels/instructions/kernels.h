// The inner loops that exist once for each instruction set, and the table that holds them.

#ifndef VGG_KERNELS_INTERNAL_H
#define VGG_KERNELS_INTERNAL_H

#include "VGGGradients.h"
#include "VGGKernels.h"

enum {
  /// The most rows of a register group, over all instruction sets.
  MAX_GROUP_ROWS = 14,
  /// The most output channels of a panel, over all instruction sets.
  MAX_PANEL = 32,
  /// Points of the largest Winograd tile's side.
  MAX_SIDE = 8,
  /// The most vectors that columns are added to at once.
  COLUMN_BATCH = 8,
  /// The most numbers that a linear block sums if the batch is larger than 1.
  LINEAR_DEPTH = 768,
  /// The most taps that the products of lanes are summed for at once.
  LANE_TAPS = 4,
};

/// Winograd's tiles by their shapes, height x width: if a map's sides are not multiples of 6, tiles of 4
/// fill the rest after those of F(6, 3). The other algorithms have whole tiles only. A block stores them in
/// this order, so that those that a set of points needs are adjacent.
enum { TALL_TILE, WHOLE_TILE, WIDE_TILE, SHORT_TILE, TILE_SHAPES };

/// Sets of a grid's points: those of all tiles, of the wide ones, of the tall ones, of whole ones only.
enum { POINT_SETS = 4 };

/// The number of sets that a grid with `grid` points per side has: only F(6, 3)'s has more than the set of all tiles.
static inline int point_sets(int grid) { return grid == MAX_SIDE ? POINT_SETS : 1; }

/// The set that the point in row y and column x belongs to, on a grid or in a tile of `high` x `wide` points:
/// a short tile lacks two of F(6, 3)'s 8 rows (winograd-points.h).
static inline int point_set(int high, int y, int wide, int x) {
  bool tall = high == MAX_SIDE && (y == 5 || y == 6);
  bool is_wide = wide == MAX_SIDE && (x == 5 || x == 6);
  return 2 * tall + is_wide;
}

/// The source and destination of Winograd's input transform. Strides count floats.
typedef struct vgg_input_tile {
  /// The first channel block's pixel at the tile's upper left corner.
  const float *pixels;
  size_t row_stride, block_stride;
  int blocks;
  /// The place that the grid's first point would have for each set, NULL for sets that the tile does not have; and the
  /// distance to the next channel block.
  float *points[POINT_SETS];
  size_t point_stride, point_block_strides[POINT_SETS];
} vgg_input_tile;

/// The source and destination of Winograd's output transform, for 16 channels of one tile.
typedef struct vgg_output_tile {
  const float *points;
  size_t point_stride;
  const float *bias;
  float *pixels;
  size_t row_stride;
  /// The part of the tile that exists, after pooling if that is fused.
  int rows, columns;
  bool relu, pool;
  /// Applied before pooling, by `output_activated`.
  const vgg_activation *activation;
} vgg_output_tile;

typedef struct vgg_winograd_kernels {
  /// By the tile's shape.
  void (*input[TILE_SHAPES])(const vgg_input_tile *tile);
  void (*output[TILE_SHAPES])(const vgg_output_tile *tile);
  void (*output_activated[TILE_SHAPES])(const vgg_output_tile *tile);
  /// `weights`: `depth` x 9 x panel, output channels innermost. Writes, for each point p and k < depth,
  /// the panel's numbers at packed + p * point_stride + k * panel.
  void (*weights)(int depth, const float *weights, float *packed, size_t point_stride);
} vgg_winograd_kernels;

/// One row strip of a direct convolution: `rows` output pixels side by side x one panel.
typedef struct vgg_direct_strip {
  const float *in;
  /// Floats from one output pixel's first tap to the next's, from one kernel row, kernel column and
  /// channel block to the next.
  size_t pixel_stride, row_stride, tap_stride, block_stride;
  int kernel_h, kernel_w;
  /// Channel blocks to sum over, channels of each, and of the last.
  int blocks, depth, last_depth;
  const float *weights;
  /// The start values of the sums: a number for each of the panel's outputs, or, if that is NULL, the values
  /// at `sums`, rows x panel.
  const float *bias;
  float *sums;
  /// The destination of pixels of 16 channels whose sums are complete, after ReLU if `relu`; NULL to leave the
  /// sums at `sums`. The panel's `out_blocks` blocks are `out_block_stride` floats apart.
  float *out;
  size_t out_block_stride;
  int out_blocks;
  bool relu;
} vgg_direct_strip;

/// The source of the lanes of a pixel of 16 channels.
typedef struct vgg_lane_map {
  /// Floats from a tensor's pixel to each.
  size_t offsets[VGG_BLOCK];
  /// Floats from the pixel to the block that all lanes belong to, and each one's lane there. Lanes of
  /// several blocks have no such block.
  size_t block;
  _Alignas(64) int32_t lanes[VGG_BLOCK];
  bool is_one_block;
} vgg_lane_map;

/// One row of a convolution whose lanes sum over one channel each.
typedef struct vgg_lane_row {
  const float *in;
  /// As in `vgg_direct_strip`.
  size_t pixel_stride, row_stride, tap_stride;
  int kernel_h, kernel_w;
  /// For each tap 16 numbers.
  const float *weights;
  /// 16 start values of the sums, or, if that is NULL, the values at `out`.
  const float *bias;
  /// The destination of the row's pixels of 16 channels, after ReLU if `relu`.
  float *out;
  bool relu;
} vgg_lane_row;

/// Rows of `weights` times vectors of a batch.
typedef struct vgg_linear_block {
  /// Numbers summed here, of `inputs` in a row.
  int depth;
  size_t inputs, outputs;
  int rows, batch;
  const float *weights, *x;
  float *y;
  /// The sums start at y instead of zero.
  bool accumulate;
} vgg_linear_block;

/// Columns of a matrix, each multiplied by one number per vector.
typedef struct vgg_column_sum {
  const float *matrix;
  /// Numbers in a column, a multiple of 16; column i is at matrix + i * stride.
  int width;
  size_t stride;
  /// The indices of the columns.
  int count;
  const int32_t *indices;
  /// At most COLUMN_BATCH vectors, one `inputs` floats after the other.
  int images;
  size_t inputs;
  const float *x;
  /// The vectors' sums, `sums_stride` floats apart; the results are added to them.
  float *sums;
  size_t sums_stride;
} vgg_column_sum;

/// A sum of outer products: c[i, j] = sum over k < depth of a[k * a_stride + i] * b[k * b_stride + j],
/// where i is below the rows (at most `outer_rows`) and j runs over one or two blocks of 16 that are
/// `b_block_stride` and `c_block_stride` floats apart.
typedef struct vgg_outer {
  int depth;
  const float *a;
  size_t a_stride;
  const float *b;
  size_t b_stride, b_block_stride;
  float *c;
  size_t c_stride, c_block_stride;
  /// The sums start at c instead of zero.
  bool accumulate;
} vgg_outer;

/// A batch normalisation's numbers for 16 channels.
typedef struct vgg_norm_block {
  _Alignas(64) float mean[VGG_BLOCK];
  float scale[VGG_BLOCK], shift[VGG_BLOCK];
  /// The input's gradient is scale * the output's + constant + slope * (in - mean).
  float constant[VGG_BLOCK], slope[VGG_BLOCK];
  bool relu;
} vgg_norm_block;

typedef struct vgg_kernels {
  /// Most tiles or pixels that the products keep in registers.
  int group_rows;
  /// Output channels of a packed panel of weights: 16 or 32.
  int panel;
  /// For F(2, 3), F(4, 3), F(6, 3).
  vgg_winograd_kernels winograd[3];
  /// c[rows x panel] = a[rows x depth] b[depth x panel]. `a` is blocked by 16 of depth: in each block
  /// rows x 16. Fetches depth x next_step floats at `next` into the second-level cache on the way.
  void (*product)(
      int rows, int depth, const float *a, const float *b, float *c, const float *next,
      size_t next_step);
  void (*direct)(int rows, const vgg_direct_strip *strip);
  /// The same for panels of 16 output channels.
  void (*direct_block)(int rows, const vgg_direct_strip *strip);
  /// A row of `pixels` output pixels.
  void (*lanes)(int pixels, const vgg_lane_row *row);
  /// Writes for each of `pixels` pixels the 16 lanes that `map` selects.
  void (*gather)(size_t pixels, const float *in, const vgg_lane_map *map, float *out);
  void (*linear)(const vgg_linear_block *block);
  void (*columns)(const vgg_column_sum *sum);
  /// The maximum over `rows` x `columns` pixels of 16 channels at in + y * row_stride + x * 16.
  void (*maximum)(int rows, int columns, const float *in, size_t row_stride, float *out);
  /// Their sum times `factor`.
  void (*mean)(
      int rows, int columns, const float *in, size_t row_stride, float factor, float *out);
  /// in * scale + shift for 16 channels of each of `pixels`, then ReLU if `relu`.
  void (*scale_shift)(
      int pixels, const float *in, const float *scale, const float *shift, bool relu, float *out);
  /// in / (k + factor * sums)^(3/4) for 16 channels.
  void (*normalize)(const float *in, const float *sums, float k, float factor, float *out);
  /// Nothing but multiply-adds in registers: `rounds` times `multiply_adds_a_round` of them. Returns a
  /// number that depends on all.
  float (*multiply_adds)(int64_t rounds);
  int multiply_adds_a_round;
  /// max(x, 0) of `count` numbers.
  void (*relu)(size_t count, const float *in, float *out);
  /// The activation of `count` numbers.
  void (*activate)(
      const vgg_activation *activation, size_t count, const float *in, float *out);

  /// Most rows and blocks of an outer product.
  int outer_rows, outer_blocks;
  void (*outer)(int rows, int blocks, const vgg_outer *outer);
  /// For each of `taps` (at most LANE_TAPS) the sum over `pixels` of a row of in[pixel * pixel_stride + tap *
  /// tap_stride] * gradient[pixel * 16], lane by lane: taps x 16 numbers.
  void (*lane_products)(
      int pixels, int taps, const float *in, size_t pixel_stride, size_t tap_stride,
      const float *gradient, float *sums);
  /// Adds to each of `pixels` pixels, `pixel_stride` floats apart, those of `gradient` times `weight`, lane by lane.
  void (*lane_spread)(
      int pixels, const float *gradient, const float *weight, float *in_gradient, size_t pixel_stride);
  /// The transform of an output gradient's tile of F(4, 3), which reads 4 x 4 pixels.
  void (*winograd_gradient)(const vgg_input_tile *tile);
  /// The way back to 3 x 3 kernels for `pixels` x 16 numbers of each point; adds to `kernels`.
  void (*winograd_kernel)(
      int pixels, const float *points, size_t point_stride, float *kernels, size_t tap_stride);
  /// The sums over a row of pixels, 16 channels each; of the values, of (in - mean)^2.
  void (*channel_sum)(int pixels, const float *in, float *sum);
  void (*squares_about)(int pixels, const float *in, const float *mean, float *sum);
  /// Zeroes `gradient` where `out` is not positive, and sums.
  void (*relu_gradient)(int pixels, const float *out, float *gradient, float *sum);
  void (*relu_gradient_plain)(size_t count, const float *out, float *gradient);
  /// Multiplies `gradient` by the derivatives at `in`.
  void (*activation_gradient)(
      const vgg_activation *activation, size_t count, const float *in, float *gradient);
  /// The sum of gradient * in where `in` is not positive.
  double (*slope_gradient)(size_t count, const float *in, const float *gradient);
  /// Takes the ReLU's gradient if there is one; sums the gradient, and its products with in - mean.
  void (*norm_sums)(
      int pixels, const vgg_norm_block *norm, const float *in, float *gradient, float *sum,
      float *product);
  void (*norm_gradient)(
      int pixels, const vgg_norm_block *norm, const float *in, float *gradient);
  /// Adds a pooled pixel's gradient to that of the window's first pixel that equals it.
  void (*maximum_gradient)(
      int rows, int columns, const float *in, size_t in_stride, const float *out,
      const float *gradient, bool relu, float *in_gradient, size_t gradient_stride);
  /// Adds a pixel's gradient, times `factor`, to that of every pixel of the window.
  void (*spread)(
      int rows, int columns, const float *gradient, float factor, float *in_gradient,
      size_t row_stride);
  /// For multiples of 16 numbers.
  void (*sgd)(
      size_t count, const vgg_sgd *sgd, const float *gradients, float *velocities, float *weights);
  void (*adam)(
      size_t count, const vgg_adam *adam, const float *gradients, float *first, float *second,
      float *weights);
  double (*squares)(size_t count, const float *numbers);
} vgg_kernels;

/// The table of an available instruction set.
const vgg_kernels *vgg_kernels_of(vgg_isa isa);

extern const vgg_kernels vgg_kernels_portable;
#if defined(__x86_64__)
extern const vgg_kernels vgg_kernels_avx2;
extern const vgg_kernels vgg_kernels_avx512;
#elif defined(__aarch64__)
extern const vgg_kernels vgg_kernels_neon;
#endif

#endif
