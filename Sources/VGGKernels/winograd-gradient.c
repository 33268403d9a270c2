// The gradient of 3x3 kernels in the domain of Winograd's F(4x4, 3x3): both tensors are transformed tile by tile, an
// outer product is summed over a block of tiles for each of the 36 points, and the sums are transformed to kernels,
// which are added up from block to block.

#include <string.h>

#include "weight-gradient.h"

enum {
  TILE = 4,
  SIDE = TILE + 2,
  POINTS = SIDE * SIDE,
  TAPS = 9,
  /// Tiles of a block whose transformed gradient of 32 channels a second-level cache holds.
  MOST_TILES = 128,
  /// Bytes of a block's transformed tiles, which the last-level cache holds.
  BLOCK_BYTES = 12 << 20,
  /// Tiles that a task transforms.
  TASK_TILES = 32,
  /// Most blocks of output channels of an outer product.
  MOST_BLOCKS = 2,
};

typedef struct gradient_job {
  const vgg_weight_gradient_plan *plan;
  const vgg_kernels *kernels;
  vgg_shape in_shape;
  const float *in, *gradient;
  float *accumulators, *in_points, *gradient_points, *products;
  int64_t tiles_high, tiles_wide, panels;
  /// The block at work.
  int64_t start, count;
} gradient_job;

/// Floats from one point to the next in transformed tiles of `channels`, and in a thread's products.
static size_t tile_point_stride(const vgg_weight_gradient_plan *plan, int64_t channels) {
  return odd_lines((size_t)plan->block_tiles * blocks_of(channels) * VGG_BLOCK);
}
static size_t product_point_stride(void) { return odd_lines(MOST_BLOCKS * ACCUMULATOR); }

void vgg_winograd_gradient_plan(vgg_weight_gradient_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  int64_t channels =
      (blocks_of(conv->in_channels) + blocks_of(conv->out_channels)) * VGG_BLOCK;
  int64_t most = smaller(BLOCK_BYTES / (POINTS * channels * (int64_t)sizeof(float)), MOST_TILES);
  plan->tiles = (int64_t)conv->batch * divided_up(plan->out.height, TILE)
                * divided_up(plan->out.width, TILE);
  int64_t blocks = divided_up(plan->tiles, larger(most, VGG_BLOCK));
  plan->block_tiles = (int32_t)divided_up(plan->tiles, blocks);
  plan->parts = 1;
  size_t tiles = tile_point_stride(plan, conv->in_channels)
                 + tile_point_stride(plan, conv->out_channels);
  size_t floats = accumulator_floats(conv)
                  + POINTS * (tiles + plan->threads * product_point_stride());
  plan->scratch_bytes = floats * sizeof(float);
  plan->product_flops =
      2.0 * (double)plan->tiles * POINTS * conv->in_channels * conv->out_channels;
}

// Transforms some tiles of one channel block of either tensor.
static void transform_tiles(void *argument, int thread, int64_t task) {
  (void)thread;
  const gradient_job *job = argument;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t parts = divided_up(job->count, TASK_TILES), block = task / parts;
  bool is_input = block < blocks_of(conv->in_channels);
  if (!is_input) { block -= blocks_of(conv->in_channels); }
  const vgg_shape *shape = is_input ? &job->in_shape : &plan->out;
  float *points = (is_input ? job->in_points : job->gradient_points)
                  + block * plan->block_tiles * VGG_BLOCK;
  int64_t last = smaller((task % parts + 1) * TASK_TILES, job->count);
  for (int64_t tile = task % parts * TASK_TILES; tile < last; tile++) {
    int64_t index = job->start + tile, image = index / (job->tiles_high * job->tiles_wide);
    int64_t y = index / job->tiles_wide % job->tiles_high * TILE;
    int64_t x = index % job->tiles_wide * TILE;
    vgg_input_tile input = {
        .pixels = (is_input ? job->in : job->gradient) + first_pixel(shape, image, block),
        .blocks = 1,
        .points = points + tile * VGG_BLOCK,
        .point_stride = tile_point_stride(plan, shape->channels),
    };
    if (is_input) {
      vgg_winograd_transform(
          job->kernels->winograd[TILE / 2 - 1].input, SIDE, shape, y - conv->pad_h,
          x - conv->pad_w, &input);
    } else {
      vgg_winograd_transform(job->kernels->winograd_gradient, TILE, shape, y, x, &input);
    }
  }
}

// The sums of one panel of output channels and one block of input channels over a block of tiles.
static void multiply(void *argument, int thread, int64_t task) {
  const gradient_job *job = argument;
  const vgg_weight_gradient_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  int64_t in_block = task % blocks_of(conv->in_channels);
  int64_t out_block = task / blocks_of(conv->in_channels) * job->kernels->outer_blocks;
  int blocks = (int)smaller(job->kernels->outer_blocks, blocks_of(conv->out_channels) - out_block);
  int channels = block_channels(conv->in_channels, in_block), step = job->kernels->outer_rows;
  size_t block_floats = (size_t)plan->block_tiles * VGG_BLOCK;
  float *products = job->products + thread * POINTS * product_point_stride();
  vgg_outer outer = {
      .depth = (int)job->count,
      .a_stride = VGG_BLOCK,
      .b_stride = VGG_BLOCK,
      .b_block_stride = block_floats,
      .c_stride = VGG_BLOCK,
      .c_block_stride = ACCUMULATOR,
  };
  for (int64_t point = 0; point < POINTS; point++) {
    const float *a = job->in_points + point * tile_point_stride(plan, conv->in_channels)
                     + in_block * block_floats;
    outer.b = job->gradient_points + point * tile_point_stride(plan, conv->out_channels)
              + out_block * block_floats;
    for (int i = 0; i < channels; i += step) {
      outer.a = a + i;
      outer.c = products + point * product_point_stride() + i * VGG_BLOCK;
      job->kernels->outer((int)smaller(step, channels - i), blocks, &outer);
    }
  }
  for (int block = 0; block < blocks; block++) {
    float *kernels = accumulators(conv, job->accumulators, out_block + block, in_block);
    if (job->start == 0) { memset(kernels, 0, TAPS * ACCUMULATOR * sizeof(float)); }
    job->kernels->winograd_kernel(
        channels, products + block * ACCUMULATOR, product_point_stride(), kernels, ACCUMULATOR);
  }
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
      .accumulators = scratch,
      .tiles_high = divided_up(plan->out.height, TILE),
      .tiles_wide = divided_up(plan->out.width, TILE),
      .panels = outer_panels(kernels, conv),
  };
  job.in_points = scratch + accumulator_floats(conv);
  job.gradient_points = job.in_points + POINTS * tile_point_stride(plan, conv->in_channels);
  job.products = job.gradient_points + POINTS * tile_point_stride(plan, conv->out_channels);
  int64_t in_blocks = blocks_of(conv->in_channels), out_blocks = blocks_of(conv->out_channels);
  for (job.start = 0; job.start < plan->tiles; job.start += plan->block_tiles) {
    job.count = smaller(plan->block_tiles, plan->tiles - job.start);
    vgg_team_run(
        team, transform_tiles, &job,
        (in_blocks + out_blocks) * divided_up(job.count, TASK_TILES));
    vgg_team_run(team, multiply, &job, job.panels * in_blocks);
  }
}
