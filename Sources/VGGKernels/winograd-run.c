// Winograd convolution: input transform, one matrix product for each point, output transform.

#include "conv.h"

typedef struct winograd_job {
  const vgg_conv_plan *plan;
  const vgg_kernels *kernels;
  const vgg_winograd_kernels *transforms;
  vgg_shape in_shape;
  const float *bias, *weights, *in;
  float *out;
  /// Private blocks: for each thread its transformed tiles, then its products of one panel.
  /// Shared: the transformed tiles, then for each thread its products of one panel.
  float *scratch;
  int64_t tiles_high, tiles_wide, blocks;
  /// The shared block at work.
  int64_t start, count;
} winograd_job;

/// Groups that `count` tiles of a block are divided into; their sizes differ by at most one.
static int64_t groups_of(const winograd_job *job, int64_t count) {
  return divided_up(count, job->plan->group_tiles);
}

// Transforms one tile's channel blocks `first` ..< `last` to where its group keeps them.
static void transform_tile(
    const winograd_job *job, int64_t tile, int64_t first, int64_t last, int rows, float *points) {
  const vgg_conv_plan *plan = job->plan;
  int64_t image = tile / (job->tiles_high * job->tiles_wide);
  int64_t y = tile / job->tiles_wide % job->tiles_high * tile_of(plan) - plan->conv.pad_h;
  int64_t x = tile % job->tiles_wide * tile_of(plan) - plan->conv.pad_w;
  vgg_input_tile input = {
      .pixels = job->in + first_pixel(&job->in_shape, image, first),
      .blocks = (int)(last - first),
      .points = points,
      .point_stride = input_point_stride(plan),
      .point_block_stride = (size_t)rows * VGG_BLOCK,
  };
  vgg_winograd_transform(
      job->transforms->input, (int)side_of(plan), &job->in_shape, y, x, &input);
}

static void transform_group(
    const winograd_job *job, int64_t start, int64_t count, int64_t group, int64_t first,
    int64_t last, float *transformed) {
  int64_t groups = groups_of(job, count);
  int64_t from = part_start(count, groups, group), to = part_start(count, groups, group + 1);
  float *points = transformed + from * depth_of(job->plan) + first * (to - from) * VGG_BLOCK;
  for (int64_t tile = from; tile < to; tile++) {
    transform_tile(
        job, start + tile, first, last, (int)(to - from), points + (tile - from) * VGG_BLOCK);
  }
}

// The products of one panel for all points and groups of a block. While the groups of one point are
// multiplied, the next point's weights and then its transformed tiles are fetched.
static void multiply_panel(
    const winograd_job *job, int64_t count, int64_t panel, const float *transformed,
    float *products) {
  const vgg_conv_plan *plan = job->plan;
  int64_t depth = plan->conv.in_channels, width = panel_of(plan), panels = panels_of(plan);
  int64_t points = points_of(plan), groups = groups_of(job, count);
  size_t slice = (size_t)depth * width, stride = input_point_stride(plan);
  for (int64_t point = 0; point < points; point++) {
    bool last = point + 1 == points;
    const float *tiles = transformed + point * stride;
    const float *next_tiles = last ? transformed : tiles + stride;
    const float *weights = job->weights + (point * panels + panel) * slice;
    const float *next_weights = last ? job->weights + (panel + 1) % panels * slice
                                     : weights + panels * slice;
    for (int64_t group = 0; group < groups; group++) {
      int64_t from = part_start(count, groups, group), to = part_start(count, groups, group + 1);
      const float *fetched = next_weights;
      if (group > 0) {
        fetched = (group - 1) * width < count ? next_tiles + (group - 1) * slice : weights;
      }
      job->kernels->product(
          (int)(to - from), (int)depth, tiles + from * depth_of(plan), weights,
          products + point * output_point_stride(plan) + from * width, fetched);
    }
  }
}

static void finish_tile(
    const winograd_job *job, int64_t tile, int64_t panel, const float *products) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_shape *out = &plan->out;
  bool pool = plan->conv.flags & VGG_POOL;
  int64_t size = pool ? tile_of(plan) / 2 : tile_of(plan);
  int64_t image = tile / (job->tiles_high * job->tiles_wide);
  int64_t y = tile / job->tiles_wide % job->tiles_high * size;
  int64_t x = tile % job->tiles_wide * size;
  vgg_output_tile output = {
      .point_stride = output_point_stride(plan),
      .row_stride = row_stride(out),
      .rows = (int)smaller(size, out->height - y),
      .columns = (int)smaller(size, out->width - x),
      .relu = plan->conv.flags & VGG_RELU,
      .pool = pool,
  };
  int64_t first = panel * panel_of(plan) / VGG_BLOCK;
  int64_t last = smaller(first + panel_of(plan) / VGG_BLOCK, blocks_of(out->channels));
  for (int64_t block = first; block < last; block++) {
    output.points = products + (block - first) * VGG_BLOCK;
    output.bias = job->bias + block * VGG_BLOCK;
    output.pixels =
        job->out + first_pixel(out, image, block) + y * row_stride(out) + x * VGG_BLOCK;
    job->transforms->output(&output);
  }
}

static void run_panel(
    const winograd_job *job, int64_t start, int64_t count, int64_t panel,
    const float *transformed, float *products) {
  multiply_panel(job, count, panel, transformed, products);
  for (int64_t tile = 0; tile < count; tile++) {
    finish_tile(job, start + tile, panel, products + tile * panel_of(job->plan));
  }
}

static void run_private_block(void *argument, int thread, int64_t task) {
  const winograd_job *job = argument;
  const vgg_conv_plan *plan = job->plan;
  int64_t start = part_start(plan->tiles, job->blocks, task);
  int64_t count = part_start(plan->tiles, job->blocks, task + 1) - start;
  int64_t points = points_of(plan), panels = panels_of(plan);
  size_t input = points * input_point_stride(plan), output = points * output_point_stride(plan);
  float *transformed = job->scratch + thread * (input + output), *products = transformed + input;
  for (int64_t group = 0; group < groups_of(job, count); group++) {
    transform_group(
        job, start, count, group, 0, blocks_of(plan->conv.in_channels), transformed);
  }
  for (int64_t panel = 0; panel < panels; panel++) {
    run_panel(job, start, count, panel, transformed, products);
  }
}

enum { PHASE_BLOCKS = 4 };

static void shared_transform(void *argument, int thread, int64_t task) {
  (void)thread;
  const winograd_job *job = argument;
  int64_t blocks = blocks_of(job->plan->conv.in_channels);
  int64_t parts = divided_up(blocks, PHASE_BLOCKS), first = task % parts * PHASE_BLOCKS;
  transform_group(
      job, job->start, job->count, task / parts, first, smaller(first + PHASE_BLOCKS, blocks),
      job->scratch);
}

static void shared_panel(void *argument, int thread, int64_t panel) {
  const winograd_job *job = argument;
  int64_t points = points_of(job->plan);
  float *products = job->scratch + points * input_point_stride(job->plan)
                    + thread * points * output_point_stride(job->plan);
  run_panel(job, job->start, job->count, panel, job->scratch, products);
}

static void run_shared_block(winograd_job *job, vgg_team *team) {
  const vgg_conv_plan *plan = job->plan;
  int64_t groups = groups_of(job, job->count);
  int64_t parts = divided_up(blocks_of(plan->conv.in_channels), PHASE_BLOCKS);
  vgg_team_run(team, shared_transform, job, groups * parts);
  vgg_team_run(team, shared_panel, job, panels_of(plan));
}

void vgg_winograd_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const float *in, float *out,
    float *scratch) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  winograd_job job = {
      .plan = plan,
      .kernels = kernels,
      .transforms = &kernels->winograd[tile_of(plan) / 2 - 1],
      .in_shape = input_shape(&plan->conv),
      .bias = packed,
      .weights = packed + packed_bias_floats(plan),
      .in = in,
      .out = out,
      .scratch = scratch,
      .tiles_high = tiles_high(plan),
      .tiles_wide = tiles_wide(plan),
      .blocks = divided_up(plan->tiles, plan->block_tiles),
  };
  if (!plan->shared_blocks) {
    vgg_team_run(team, run_private_block, &job, job.blocks);
    return;
  }
  for (int64_t block = 0; block < job.blocks; block++) {
    job.start = part_start(plan->tiles, job.blocks, block);
    job.count = part_start(plan->tiles, job.blocks, block + 1) - job.start;
    run_shared_block(&job, team);
  }
}
