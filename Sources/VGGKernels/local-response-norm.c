#include <math.h>

#include "blocked.h"

typedef struct norm_job {
  int64_t before, after;
  float factor, beta, k;
  const vgg_shape *in_shape, *out_shape;
  const float *in;
  float *out;
} norm_job;

/// base^-beta; AlexNet's and VGG's beta of 3/4 takes two square roots.
static inline float power(float base, float beta) {
  if (beta == 0.75f) { return 1 / (sqrtf(base) * sqrtf(sqrtf(base))); }
  return powf(base, -beta);
}

// One row of one image, all channels.
static void norm_row(void *argument, int thread, int64_t task) {
  (void)thread;
  const norm_job *job = argument;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  int64_t image = task / in->height, y = task % in->height;
  int64_t channels = in->channels, blocks = blocks_of(channels);
  size_t step = block_stride(in);
  for (int64_t x = 0; x < in->width; x++) {
    const float *pixel =
        job->in + first_pixel(in, image, 0) + y * row_stride(in) + x * VGG_BLOCK;
    float *result = job->out + first_pixel(out, image, 0) + y * row_stride(out) + x * VGG_BLOCK;
    for (int64_t block = 0; block < blocks; block++) {
      for (int64_t lane = 0; lane < VGG_BLOCK; lane++) {
        int64_t c = block * VGG_BLOCK + lane;
        float *value = result + block * block_stride(out) + lane;
        if (c >= channels) {
          *value = 0;
          continue;
        }
        float sum = 0;
        for (int64_t j = larger(c - job->before, 0); j <= smaller(c + job->after, channels - 1);
             j++) {
          float neighbour = pixel[(size_t)(j / VGG_BLOCK) * step + j % VGG_BLOCK];
          sum += neighbour * neighbour;
        }
        *value = pixel[block * step + lane] * power(job->k + job->factor * sum, job->beta);
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
  if (size < 1 || in_shape->batch != out_shape->batch || in_shape->channels != out_shape->channels
      || in_shape->height != out_shape->height || in_shape->width != out_shape->width) {
    return VGG_INVALID;
  }
  norm_job job = {
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
