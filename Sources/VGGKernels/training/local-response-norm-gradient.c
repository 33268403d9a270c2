// With s[c] = k + alpha / size * sum over c's window of x^2 and y[c] = x[c] s[c]^-beta:
// dx[i] = dy[i] s[i]^-beta - 2 beta alpha / size * x[i] * sum over all c whose window holds i of
// dy[c] x[c] s[c]^(-beta - 1).

#include <math.h>

#include "maps/blocked.h"

typedef struct norm_job {
  int64_t before, after;
  float factor, beta, k;
  const vgg_shape *in_shape, *gradient_shape;
  const float *in;
  float *gradient, *scratch;
} norm_job;

/// Floats per thread: a pixel's values, powers and products, each with all its channels.
static size_t thread_floats(const vgg_shape *shape) {
  return 3 * (size_t)blocks_of(shape->channels) * VGG_BLOCK;
}

size_t vgg_local_response_norm_scratch_bytes(int threads, const vgg_shape *shape) {
  return (size_t)threads * thread_floats(shape) * sizeof(float);
}

static float power_of(float sum, float beta) {
  if (beta != 0.75f) { return powf(sum, -beta); }
  float root = sqrtf(sum);
  return 1 / (root * sqrtf(root));
}

static void norm_pixel(const norm_job *job, const float *pixel, float *gradient, float *scratch) {
  const vgg_shape *in = job->in_shape;
  int64_t channels = in->channels, padded = blocks_of(channels) * VGG_BLOCK;
  size_t stride = block_stride(in), gradient_stride = block_stride(job->gradient_shape);
  float *values = scratch, *powers = scratch + padded, *products = powers + padded;
  for (int64_t c = 0; c < channels; c++) {
    values[c] = pixel[c / VGG_BLOCK * (int64_t)stride + c % VGG_BLOCK];
  }
  for (int64_t c = 0; c < channels; c++) {
    float sum = 0;
    int64_t last = smaller(c + job->after, channels - 1);
    for (int64_t j = larger(c - job->before, 0); j <= last; j++) { sum += values[j] * values[j]; }
    sum = job->k + job->factor * sum;
    float received = gradient[c / VGG_BLOCK * (int64_t)gradient_stride + c % VGG_BLOCK];
    powers[c] = power_of(sum, job->beta);
    products[c] = received * values[c] * powers[c] / sum;
  }
  for (int64_t i = 0; i < channels; i++) {
    float sum = 0;
    int64_t last = smaller(i + job->before, channels - 1);
    for (int64_t c = larger(i - job->after, 0); c <= last; c++) { sum += products[c]; }
    float *place = gradient + i / VGG_BLOCK * (int64_t)gradient_stride + i % VGG_BLOCK;
    *place = *place * powers[i] - 2 * job->beta * job->factor * values[i] * sum;
  }
}

static void norm_row(void *argument, int thread, int64_t task) {
  const norm_job *job = argument;
  const vgg_shape *in = job->in_shape, *shape = job->gradient_shape;
  int64_t image = task / in->height, y = task % in->height;
  for (int64_t x = 0; x < in->width; x++) {
    norm_pixel(
        job, job->in + first_pixel(in, image, 0) + y * row_stride(in) + x * VGG_BLOCK,
        job->gradient + first_pixel(shape, image, 0) + y * row_stride(shape) + x * VGG_BLOCK,
        job->scratch + thread * thread_floats(in));
  }
}

vgg_status vgg_local_response_norm_gradient(
    vgg_team *team, int32_t size, float alpha, float beta, float k, const vgg_shape *in_shape,
    const float *in, const vgg_shape *gradient_shape, float *gradient, void *scratch) {
  vgg_status status = vgg_shape_check(in_shape);
  if (status == VGG_OK) { status = vgg_shape_check(gradient_shape); }
  if (status != VGG_OK) { return status; }
  if (size < 1 || !same_size(in_shape, gradient_shape)) { return VGG_INVALID; }
  norm_job job = {
      .before = size / 2,
      .after = (size - 1) / 2,
      .factor = alpha / (float)size,
      .beta = beta,
      .k = k,
      .in_shape = in_shape,
      .gradient_shape = gradient_shape,
      .in = in,
      .gradient = gradient,
      .scratch = scratch,
  };
  vgg_team_run(team, norm_row, &job, (int64_t)in_shape->batch * in_shape->height);
  return VGG_OK;
}
