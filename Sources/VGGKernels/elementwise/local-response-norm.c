#include <math.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

typedef struct norm_job {
  const vgg_kernels *kernels;
  /// Channels in the window before and after its centre.
  int64_t before, after;
  float factor, beta, k;
  const vgg_shape *in_shape, *out_shape;
  const float *in;
  float *out;
} norm_job;

/// The squares of one block of a pixel's channels; zeros for channels that do not exist.
static void square_block(const vgg_shape *shape, const float *pixel, int64_t block, float *squares) {
  int64_t first = block * VGG_BLOCK;
  int64_t count = first < 0 ? 0 : smaller(VGG_BLOCK, shape->channels - first);
  for (int64_t lane = 0; lane < VGG_BLOCK; lane++) {
    float value = lane < count ? pixel[block * (int64_t)block_stride(shape) + lane] : 0;
    squares[lane] = value * value;
  }
}

/// The sum of the squares in the window of each channel of a block. The window is walked in steps of
/// one block; two adjacent blocks hold everything that 16 windows need.
static void sum_windows(const norm_job *job, const float *pixel, int64_t block, float *sums) {
  for (int lane = 0; lane < VGG_BLOCK; lane++) { sums[lane] = 0; }
  int64_t first = -divided_up(job->before, VGG_BLOCK), last = job->after / VGG_BLOCK;
  first = larger(first, -block - 1);
  last = smaller(last, blocks_of(job->in_shape->channels) - 1 - block);
  for (int64_t step = first; step <= last; step++) {
    float squares[2 * VGG_BLOCK];
    square_block(job->in_shape, pixel, block + step, squares);
    square_block(job->in_shape, pixel, block + step + 1, squares + VGG_BLOCK);
    int64_t start = larger(-job->before - step * VGG_BLOCK, 0);
    int64_t end = smaller(job->after - step * VGG_BLOCK, VGG_BLOCK - 1);
    for (int64_t shift = start; shift <= end; shift++) {
      for (int lane = 0; lane < VGG_BLOCK; lane++) { sums[lane] += squares[shift + lane]; }
    }
  }
}

// One row of one image, all channels. The usual exponent 3/4 takes two square roots.
static void norm_row(void *argument, int thread, int64_t task) {
  (void)thread;
  const norm_job *job = argument;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  int64_t image = task / in->height, y = task % in->height;
  for (int64_t x = 0; x < in->width; x++) {
    const float *pixel =
        job->in + first_pixel(in, image, 0) + y * row_stride(in) + x * VGG_BLOCK;
    float *result = job->out + first_pixel(out, image, 0) + y * row_stride(out) + x * VGG_BLOCK;
    for (int64_t block = 0; block < blocks_of(in->channels); block++) {
      float sums[VGG_BLOCK];
      sum_windows(job, pixel, block, sums);
      const float *values = pixel + block * block_stride(in);
      float *to = result + block * block_stride(out);
      if (job->beta == 0.75f) {
        job->kernels->normalize(values, sums, job->k, job->factor, to);
        continue;
      }
      for (int lane = 0; lane < VGG_BLOCK; lane++) {
        to[lane] = values[lane] / powf(job->k + job->factor * sums[lane], job->beta);
      }
    }
  }
}

vgg_status vgg_local_response_norm(
    vgg_team *team, int32_t size, float alpha, float beta, float k, const vgg_shape *in_shape,
    const float *in, const vgg_shape *out_shape, float *out) {
  vgg_status status = vgg_shape_check(in_shape);
  if (status == VGG_OK) { status = vgg_shape_check(out_shape); }
  if (status != VGG_OK) { return status; }
  if (size < 1 || !same_size(in_shape, out_shape)) { return VGG_INVALID; }
  norm_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .before = size / 2,
      .after = (size - 1) / 2,
      .factor = alpha / (float)size,
      .beta = beta,
      .k = k,
      .in_shape = in_shape,
      .out_shape = out_shape,
      .in = in,
      .out = out,
  };
  vgg_clear_borders(team, out_shape, out);
  vgg_team_run(team, norm_row, &job, (int64_t)in_shape->batch * in_shape->height);
  return VGG_OK;
}
