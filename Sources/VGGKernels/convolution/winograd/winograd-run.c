// Winograd convolution: input transform, one matrix product for each point, output transform.

#include <string.h>

#include "convolution/winograd/winograd-tiling.h"

typedef struct winograd_job {
  const vgg_conv_plan *plan;
  const vgg_kernels *kernels;
  const vgg_winograd_kernels *transforms;
  tiling tiling;
  vgg_shape in_shape;
  const vgg_activation *activation;
  const float *bias, *weights, *in;
  float *out;
  /// Private blocks: for each thread its transformed tiles, then its products of one panel.
  /// Shared: the transformed tiles, then for each thread its products of one panel.
  float *scratch;
  /// The shared block at work.
  tile_block shared;
} winograd_job;

/// Groups that `count` tiles of a block are multiplied in; their sizes differ by at most one.
static int64_t groups_of(const winograd_job *job, int64_t count) {
  return divided_up(count, job->plan->group_tiles);
}

/// Sets the destination of a set's points for the tile at `position` of a block, from channel block `channels`
/// on: among the tiles of its group, if it has them.
static void place_points(
    const winograd_job *job, const tile_block *block, int set, int64_t position, int64_t channels,
    float *transformed, vgg_input_tile *input) {
  tile_range range = range_of(block, set);
  int64_t index = position - range.start;
  if (index < 0 || index >= range.count) { return; }
  int64_t groups = groups_of(job, range.count), group = part_of(range.count, groups, index);
  int64_t from = part_start(range.count, groups, group);
  int64_t rows = part_start(range.count, groups, group + 1) - from;
  input->points[set] = transformed + from * depth_of(job->plan)
                       + (channels * rows + index - from) * VGG_BLOCK;
  input->point_block_strides[set] = (size_t)rows * VGG_BLOCK;
}

/// Transforms the channel blocks `first` ..< `last` of a shape's tile, the one at `position` of its block.
static void transform_tile(
    const winograd_job *job, const tile_block *block, int shape, int64_t position, int64_t first,
    int64_t last, float *transformed) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  tile_place place = place_in_block(&job->tiling, block, shape, position);
  phase phase = phase_of(conv, place.image);
  vgg_input_tile input = {
      .pixels = job->in + first_pixel(&job->in_shape, phase.image, first),
      .blocks = (int)(last - first),
      .point_stride = input_point_stride(plan),
  };
  for (int set = 0; set < point_sets(grid_of(plan)); set++) {
    place_points(job, block, set, position, first, transformed, &input);
  }
  int high = rows_of(&job->tiling, shape) + 2, wide = columns_of(&job->tiling, shape) + 2;
  if (is_dilated(conv)) {
    vgg_winograd_transform_apart(
        job->transforms->input[shape], high, wide, conv, &job->in_shape,
        phase.first_row + place.y * conv->dilation_h - conv->pad_h,
        phase.first_column + place.x * conv->dilation_w - conv->pad_w, &input);
  } else {
    vgg_winograd_transform(
        job->transforms->input[shape], high, wide, &job->in_shape, place.y - conv->pad_h,
        place.x - conv->pad_w, &input);
  }
}

/// The same for the tiles `from` ..< `to` of a block.
static void transform_tiles(
    const winograd_job *job, const tile_block *block, int64_t from, int64_t to, int64_t first,
    int64_t last, float *transformed) {
  for (int shape = 0; shape < TILE_SHAPES; shape++) {
    int64_t end = smaller(to, block->starts[shape + 1]);
    for (int64_t tile = larger(from, block->starts[shape]); tile < end; tile++) {
      transform_tile(job, block, shape, tile, first, last, transformed);
    }
  }
}

// The products of one panel for all points and groups of a block. While the groups of one point are
// multiplied, the next point's weights are fetched, a part with each group: at once they would come faster than
// memory delivers, and the products would wait.
static void multiply_panel(
    const winograd_job *job, const tile_block *block, int64_t panel, const float *transformed,
    float *products) {
  const vgg_conv_plan *plan = job->plan;
  int64_t depth = group_inputs(&plan->conv), width = panel_of(plan), panels = panels_of(plan);
  int64_t first_channel = first_input_block(plan, panel) * VGG_BLOCK;
  int grid = grid_of(plan), points = points_of(plan);
  size_t slice = (size_t)depth * width;
  for (int point = 0; point < points; point++) {
    tile_range range = range_of(block, point_set(grid, point / grid, grid, point % grid));
    const float *tiles = transformed + point * input_point_stride(plan);
    const float *weights = job->weights + (point * panels + panel) * slice;
    const float *next = point + 1 == points ? job->weights + (panel + 1) % panels * slice
                                            : weights + panels * slice;
    int64_t groups = groups_of(job, range.count);
    for (int64_t group = 0; group < groups; group++) {
      int64_t from = part_start(range.count, groups, group);
      int64_t to = part_start(range.count, groups, group + 1);
      size_t step = divided_up(width, groups);
      job->kernels->product(
          (int)(to - from), (int)depth, tiles + from * depth_of(plan) + first_channel * (to - from), weights,
          products + point * output_point_stride(plan) + (range.start + from) * width,
          next + group * step * depth, step);
    }
  }
}

/// The sigmoid of an unused channel's zero is not zero: clears those of a tile's pixels.
static void clear_unused(const vgg_output_tile *tile, int64_t used) {
  for (int y = 0; y < tile->rows; y++) {
    for (int x = 0; x < tile->columns; x++) {
      float *pixel = tile->pixels + y * tile->row_stride + x * VGG_BLOCK;
      memset(pixel + used, 0, (size_t)(VGG_BLOCK - used) * sizeof(float));
    }
  }
}

/// Transforms one channel block of a tile back to the destination in `output`.
static void finish_block(
    const winograd_job *job, int shape, int64_t block, vgg_output_tile *output) {
  output->bias = job->bias + block * VGG_BLOCK;
  if (job->activation == NULL) {
    job->transforms->output[shape](output);
    return;
  }
  output->activation = job->activation;
  job->transforms->output_activated[shape](output);
  int64_t used = smaller(VGG_BLOCK, job->plan->out.channels - block * VGG_BLOCK);
  if (job->activation->function == VGG_SIGMOID && used < VGG_BLOCK) { clear_unused(output, used); }
}

/// Transforms one panel's products of a shape's tile back, the one at `position` of its block.
static void finish_tile(
    const winograd_job *job, const tile_block *tiles, int shape, int64_t position,
    panel_blocks blocks, const float *products) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_shape *out = &plan->out;
  tile_place place = place_in_block(&job->tiling, tiles, shape, position);
  bool pool = plan->conv.flags & VGG_POOL;
  int64_t shrink = pool ? 2 : 1, y = place.y / shrink, x = place.x / shrink;
  vgg_output_tile output = {
      .point_stride = output_point_stride(plan),
      .row_stride = row_stride(out),
      .rows = (int)smaller(rows_of(&job->tiling, shape) / shrink, out->height - y),
      .columns = (int)smaller(columns_of(&job->tiling, shape) / shrink, out->width - x),
      .relu = plan->conv.flags & VGG_RELU,
      .pool = pool,
  };
  for (int64_t block = blocks.first; block < blocks.first + blocks.count; block++) {
    output.points = products + position * panel_of(plan) + (block - blocks.first) * VGG_BLOCK;
    output.pixels =
        job->out + first_pixel(out, place.image, block) + y * row_stride(out) + x * VGG_BLOCK;
    finish_block(job, shape, block, &output);
  }
}

/// The same for a tile of a dilated convolution's phase, whose pixels are apart.
static void finish_tile_apart(
    const winograd_job *job, const tile_block *tiles, int shape, int64_t position,
    panel_blocks blocks, const float *products) {
  const vgg_conv_plan *plan = job->plan;
  const vgg_conv *conv = &plan->conv;
  const vgg_shape *out = &plan->out;
  tile_place place = place_in_block(&job->tiling, tiles, shape, position);
  phase phase = phase_of(conv, place.image);
  int64_t y = phase.first_row + place.y * conv->dilation_h;
  int64_t x = phase.first_column + place.x * conv->dilation_w;
  int64_t rows = divided_up(larger(out->height - y, 0), conv->dilation_h);
  int64_t columns = divided_up(larger(out->width - x, 0), conv->dilation_w);
  _Alignas(64) float pixels[MAX_SIDE * MAX_SIDE * VGG_BLOCK];
  vgg_output_tile output = {
      .point_stride = output_point_stride(plan),
      .row_stride = MAX_SIDE * VGG_BLOCK,
      .rows = (int)smaller(rows_of(&job->tiling, shape), rows),
      .columns = (int)smaller(columns_of(&job->tiling, shape), columns),
      .relu = conv->flags & VGG_RELU,
  };
  for (int64_t block = blocks.first; block < blocks.first + blocks.count; block++) {
    output.points = products + position * panel_of(plan) + (block - blocks.first) * VGG_BLOCK;
    output.pixels = pixels;
    finish_block(job, shape, block, &output);
    float *to = job->out + first_pixel(out, phase.image, block) + y * (ptrdiff_t)row_stride(out)
                + x * VGG_BLOCK;
    for (int row = 0; row < output.rows; row++) {
      for (int column = 0; column < output.columns; column++) {
        memcpy(
            to + row * conv->dilation_h * (ptrdiff_t)row_stride(out)
                + column * (ptrdiff_t)conv->dilation_w * VGG_BLOCK,
            pixels + (row * MAX_SIDE + column) * VGG_BLOCK, VGG_BLOCK * sizeof(float));
      }
    }
  }
}

static void run_panel(
    const winograd_job *job, const tile_block *block, int64_t panel, const float *transformed,
    float *products) {
  multiply_panel(job, block, panel, transformed, products);
  panel_blocks blocks = blocks_of_panel(job->plan, panel);
  for (int shape = 0; shape < TILE_SHAPES; shape++) {
    for (int64_t tile = block->starts[shape]; tile < block->starts[shape + 1]; tile++) {
      if (is_dilated(&job->plan->conv)) {
        finish_tile_apart(job, block, shape, tile, blocks, products);
      } else {
        finish_tile(job, block, shape, tile, blocks, products);
      }
    }
  }
}

static void run_private_block(void *argument, int thread, int64_t task) {
  const winograd_job *job = argument;
  const vgg_conv_plan *plan = job->plan;
  tile_block block = vgg_tile_block(&job->tiling, plan->blocks, task);
  int64_t points = points_of(plan), panels = panels_of(plan);
  size_t input = points * input_point_stride(plan), output = points * output_point_stride(plan);
  float *transformed = job->scratch + thread * (input + output), *products = transformed + input;
  transform_tiles(
      job, &block, 0, count_of(&block), 0, blocks_of(plan->conv.in_channels), transformed);
  for (int64_t panel = 0; panel < panels; panel++) {
    run_panel(job, &block, panel, transformed, products);
  }
}

enum { PHASE_BLOCKS = 4 };

static void shared_transform(void *argument, int thread, int64_t task) {
  (void)thread;
  const winograd_job *job = argument;
  int64_t blocks = blocks_of(job->plan->conv.in_channels), tiles = count_of(&job->shared);
  int64_t parts = divided_up(blocks, PHASE_BLOCKS), first = task % parts * PHASE_BLOCKS;
  int64_t groups = groups_of(job, tiles), group = task / parts;
  transform_tiles(
      job, &job->shared, part_start(tiles, groups, group), part_start(tiles, groups, group + 1),
      first, smaller(first + PHASE_BLOCKS, blocks), job->scratch);
}

static void shared_panel(void *argument, int thread, int64_t panel) {
  const winograd_job *job = argument;
  int64_t points = points_of(job->plan);
  float *products = job->scratch + points * input_point_stride(job->plan)
                    + thread * points * output_point_stride(job->plan);
  run_panel(job, &job->shared, panel, job->scratch, products);
}

static void run_shared_block(winograd_job *job, vgg_team *team) {
  const vgg_conv_plan *plan = job->plan;
  int64_t groups = groups_of(job, count_of(&job->shared));
  int64_t parts = divided_up(blocks_of(plan->conv.in_channels), PHASE_BLOCKS);
  vgg_team_run(team, shared_transform, job, groups * parts);
  vgg_team_run(team, shared_panel, job, panels_of(plan));
}

void vgg_winograd_run(
    const vgg_conv_plan *plan, vgg_team *team, const float *packed, const vgg_activation *activation,
    const float *in, float *out, float *scratch) {
  const vgg_kernels *kernels = vgg_kernels_of(plan->isa);
  winograd_job job = {
      .plan = plan,
      .kernels = kernels,
      .transforms = &kernels->winograd[tile_of(plan) / 2 - 1],
      .tiling = vgg_tiling_of(plan),
      .in_shape = input_shape(&plan->conv),
      .activation = activation,
      .bias = packed,
      .weights = packed + packed_bias_floats(plan),
      .in = in,
      .out = out,
      .scratch = scratch,
  };
  if (!plan->shared_blocks) {
    vgg_team_run(team, run_private_block, &job, plan->blocks);
    return;
  }
  for (int64_t block = 0; block < plan->blocks; block++) {
    job.shared = vgg_tile_block(&job.tiling, plan->blocks, block);
    run_shared_block(&job, team);
  }
}
