// The gradient of 3x3 kernels in the domain of Winograd's F(4x4, 3x3): both tensors are transformed tile
// by tile, an outer product is summed over a block of tiles for each of the 36 points, and the sums are
// transformed to kernels, which are added up from block to block.

#include <string.h>

#include "training/weight-gradient.h"

enum {
  TILE = 4,
  SIDE = TILE + 2,
  POINTS = SIDE * SIDE,
  TAPS = 9,
  /// Tiles of a block whose transformed gradient of 32 channels a second-level cache holds.
  MOST_TILES = 128,
  /// Bytes of a shared block's transformed tiles, which the last-level cache holds, and of a private
  /// block's.
  SHARED_BYTES = 12 << 20,
  PRIVATE_BYTES = 5 << 19,
  /// Bytes of accumulators up to which each part of the tiles has its own.
  PRIVATE_ACCUMULATORS = 1 << 20,
  /// Parts at most, and the fewest tiles of one.
  PARTS = 16,
  PART_TILES = 64,
  /// Tiles that a task of a shared block transforms.
  TASK_TILES = 32,
  /// Most blocks of output channels of an outer product.
  MOST_BLOCKS = 2,
};

// Where the accumulators are small, the tiles are divided into parts. Each part is the task of one thread and
// has separate accumulators, so no thread waits for another. Otherwise all threads share one block of tiles
// after the other.
typedef struct gradient_job {
  const vgg_weight_gradient_plan *plan;
  const vgg_kernels *kernels;
  vgg_shape in_shape;
  const float *in, *gradient;
  float *scratch;
  int64_t tiles_high, tiles_wide, panels;
} gradient_job;

/// Tiles that are transformed and multiplied together, and the memory for it.
typedef struct tile_block {
  const gradient_job *job;
  int64_t start, count;
  float *in_points, *gradient_points;
  float *accumulators;
  /// Whether the accumulators start from zero.
  bool first;
} tile_block;

static bool is_private(const vgg_conv *conv) {
  return accumulator_floats(conv) * sizeof(float) <= PRIVATE_ACCUMULATORS;
}

/// Floats from one point to the next in transformed tiles of `channels`, and in a thread's products.
static size_t tile_point_stride(const vgg_weight_gradient_plan *plan, int64_t channels) {
  return odd_lines((size_t)plan->block_tiles * blocks_of(channels) * VGG_BLOCK);
}
static size_t product_point_stride(void) { return odd_lines(MOST_BLOCKS * ACCUMULATOR); }

/// Floats of a block's transformed tiles, and of a thread's products.
static size_t tiles_floats(const vgg_weight_gradient_plan *plan) {
  return POINTS
         * (tile_point_stride(plan, plan->conv.in_channels)
            + tile_point_stride(plan, plan->conv.out_channels));
}
static size_t products_floats(void) { return POINTS * product_point_stride(); }

/// Images, where each phase of a dilated convolution counts as one; and the tiles along a side of one.
static int64_t images_of(const vgg_conv *conv) {
  return (int64_t)conv->batch * conv->dilation_h * conv->dilation_w;
}
static int64_t tiles_along(int64_t pixels, int64_t dilation) {
  return divided_up(divided_up(pixels, dilation), TILE);
}

void vgg_winograd_gradient_plan(vgg_weight_gradient_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  int64_t channels =
      (blocks_of(conv->in_channels) + blocks_of(conv->out_channels)) * VGG_BLOCK;
  int64_t tile_bytes = POINTS * channels * (int64_t)sizeof(float);
  int64_t most = (is_private(conv) ? PRIVATE_BYTES : SHARED_BYTES) / tile_bytes;
  most = larger(smaller(most, MOST_TILES), VGG_BLOCK);
  plan->tiles = images_of(conv) * tiles_along(plan->out.height, conv->dilation_h)
                * tiles_along(plan->out.width, conv->dilation_w);
  plan->parts =
      is_private(conv) ? (int32_t)smaller(PARTS, divided_up(plan->tiles, PART_TILES)) : 1;
  int64_t part = divided_up(plan->tiles, plan->parts);
  plan->block_tiles = (int32_t)divided_up(part, divided_up(part, most));
  int64_t blocks_at_once = is_private(conv) ? plan->threads : 1;
  size_t floats = plan->parts * accumulator_floats(conv) + blocks_at_once * tiles_floats(plan)
                  + plan->threads * products_floats();
  plan->scratch_bytes = floats * sizeof(float);
  plan->product_flops =
      2.0 * (double)plan->tiles * POINTS * conv->in_channels * conv->out_channels;
}

/// Sets the place of the transformed tiles of block `index` of those that are in progress at once.
static void place_points(tile_block *block, int64_t index) {
  const vgg_weight_gradient_plan *plan = block->job->plan;
  block->in_points = block->job->scratch + plan->parts * accumulator_floats(&plan->conv)
                     + index * tiles_floats(plan);
  block->gradient_points =
      block->in_points + POINTS * tile_point_stride(plan, plan->conv.in_channels);
}

static float *products_of(const gradient_job *job, int thread) {
  int64_t blocks = is_private(&job->plan->conv) ? job->plan->threads : 1;
  return job->scratch + job->plan->parts * accumulator_floats(&job->plan->conv)
         + blocks * tiles_floats(job->plan) + thread * products_floats();
}

// Transforms the block's tiles `first` ..< `last` of one channel block: of the input, and after its
// blocks of the gradient.
static void transform(const tile_block *tiles, int64_t block, int64_t first, int64_t last) {
  const gradient_job *job = tiles->job;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  bool is_input = block < blocks_of(conv->in_channels);
  if (!is_input) { block -= blocks_of(conv->in_channels); }
  const vgg_shape *shape = is_input ? &job->in_shape : &plan->out;
  float *points = (is_input ? tiles->in_points : tiles->gradient_points)
                  + block * plan->block_tiles * VGG_BLOCK;
  for (int64_t tile = first; tile < last; tile++) {
    int64_t index = tiles->start + tile;
    phase phase = phase_of(conv, index / (job->tiles_high * job->tiles_wide));
    int64_t y = phase.first_row
                + index / job->tiles_wide % job->tiles_high * TILE * conv->dilation_h;
    int64_t x = phase.first_column + index % job->tiles_wide * TILE * conv->dilation_w;
    vgg_input_tile input = {
        .pixels = (is_input ? job->in : job->gradient) + first_pixel(shape, phase.image, block),
        .blocks = 1,
        .points = {points + tile * VGG_BLOCK},
        .point_stride = tile_point_stride(plan, shape->channels),
    };
    if (is_input) { y -= conv->pad_h, x -= conv->pad_w; }
    int side = is_input ? SIDE : TILE;
    void (*transform)(const vgg_input_tile *) =
        is_input ? job->kernels->winograd[TILE / 2 - 1].input[WHOLE_TILE]
                 : job->kernels->winograd_gradient;
    if (is_dilated(conv)) {
      vgg_winograd_transform_apart(transform, side, side, conv, shape, y, x, &input);
    } else {
      vgg_winograd_transform(transform, side, side, shape, y, x, &input);
    }
  }
}

// The sums over the block's tiles of pair `pair`: one panel of output channels and one block of input
// channels.
static void multiply(const tile_block *tiles, int64_t pair, float *products) {
  const gradient_job *job = tiles->job;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t in_block = pair % blocks_of(conv->in_channels);
  int64_t out_block = pair / blocks_of(conv->in_channels) * job->kernels->outer_blocks;
  int blocks = (int)smaller(job->kernels->outer_blocks, blocks_of(conv->out_channels) - out_block);
  int channels = block_channels(conv->in_channels, in_block), step = job->kernels->outer_rows;
  size_t block_floats = (size_t)plan->block_tiles * VGG_BLOCK;
  vgg_outer outer = {
      .depth = (int)tiles->count,
      .a_stride = VGG_BLOCK,
      .b_stride = VGG_BLOCK,
      .b_block_stride = block_floats,
      .c_stride = VGG_BLOCK,
      .c_block_stride = ACCUMULATOR,
  };
  for (int64_t point = 0; point < POINTS; point++) {
    const float *a = tiles->in_points + point * tile_point_stride(plan, conv->in_channels)
                     + in_block * block_floats;
    outer.b = tiles->gradient_points + point * tile_point_stride(plan, conv->out_channels)
              + out_block * block_floats;
    for (int i = 0; i < channels; i += step) {
      outer.a = a + i;
      outer.c = products + point * product_point_stride() + i * VGG_BLOCK;
      job->kernels->outer((int)smaller(step, channels - i), blocks, &outer);
    }
  }
  for (int block = 0; block < blocks; block++) {
    float *kernels = accumulators(conv, tiles->accumulators, out_block + block, in_block);
    if (tiles->first) { memset(kernels, 0, TAPS * ACCUMULATOR * sizeof(float)); }
    job->kernels->winograd_kernel(
        channels, products + block * ACCUMULATOR, product_point_stride(), kernels, ACCUMULATOR);
  }
}

static int64_t pairs_of(const gradient_job *job) {
  return job->panels * blocks_of(job->plan->conv.in_channels);
}

static int64_t channel_blocks_of(const vgg_conv *conv) {
  return blocks_of(conv->in_channels) + blocks_of(conv->out_channels);
}

// All blocks of one part of the tiles.
static void run_part(void *argument, int thread, int64_t part) {
  const gradient_job *job = argument;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t first = part_start(plan->tiles, plan->parts, part);
  int64_t last = part_start(plan->tiles, plan->parts, part + 1);
  tile_block block = {.job = job};
  place_points(&block, thread);
  block.accumulators = job->scratch + part * accumulator_floats(conv);
  for (block.start = first; block.start < last; block.start += plan->block_tiles) {
    block.count = smaller(plan->block_tiles, last - block.start);
    block.first = block.start == first;
    for (int64_t channels = 0; channels < channel_blocks_of(conv); channels++) {
      transform(&block, channels, 0, block.count);
    }
    for (int64_t pair = 0; pair < pairs_of(job); pair++) {
      multiply(&block, pair, products_of(job, thread));
    }
  }
}

static void shared_transform(void *argument, int thread, int64_t task) {
  (void)thread;
  const tile_block *block = argument;
  int64_t parts = divided_up(block->count, TASK_TILES), first = task % parts * TASK_TILES;
  transform(block, task / parts, first, smaller(first + TASK_TILES, block->count));
}

static void shared_multiply(void *argument, int thread, int64_t pair) {
  const tile_block *block = argument;
  multiply(block, pair, products_of(block->job, thread));
}

void vgg_winograd_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *scratch) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  const vgg_conv *conv = &plan->conv;
  gradient_job job = {
      .plan = plan,
      .kernels = kernels,
      .in_shape = input_shape(conv),
      .in = in,
      .gradient = gradient,
      .scratch = scratch,
      .tiles_high = tiles_along(plan->out.height, conv->dilation_h),
      .tiles_wide = tiles_along(plan->out.width, conv->dilation_w),
      .panels = outer_panels(kernels, conv),
  };
  if (is_private(conv)) {
    vgg_team_run(team, run_part, &job, plan->parts);
    return;
  }
  tile_block block = {.job = &job, .accumulators = scratch};
  place_points(&block, 0);
  for (block.start = 0; block.start < plan->tiles; block.start += plan->block_tiles) {
    block.count = smaller(plan->block_tiles, plan->tiles - block.start);
    block.first = block.start == 0;
    vgg_team_run(
        team, shared_transform, &block,
        channel_blocks_of(conv) * divided_up(block.count, TASK_TILES));
    vgg_team_run(team, shared_multiply, &block, pairs_of(&job));
  }
}
