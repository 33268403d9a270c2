// The backward pass of activations other than ReLU.

#include "maps/blocked.h"
#include "instructions/kernels.h"

enum { PLAIN_NUMBERS = 16384 };

typedef struct map_job {
  const vgg_kernels *kernels;
  const vgg_activation *activation;
  const vgg_shape *in_shape, *gradient_shape;
  const float *in;
  float *gradient;
  /// A sum for each plane or part; NULL if the slope is not learned.
  double *sums;
} map_job;

static int64_t planes_of(const vgg_shape *shape) {
  return shape->batch * blocks_of(shape->channels);
}

static void gradient_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const map_job *job = argument;
  const vgg_shape *in = job->in_shape, *shape = job->gradient_shape;
  size_t row = (size_t)in->width * VGG_BLOCK;
  double sum = 0;
  for (int64_t y = 0; y < in->height; y++) {
    const float *x = job->in + first_pixel(in, 0, task) + y * row_stride(in);
    float *gradient = job->gradient + first_pixel(shape, 0, task) + y * row_stride(shape);
    if (job->sums != NULL) { sum += job->kernels->slope_gradient(row, x, gradient); }
    job->kernels->activation_gradient(job->activation, row, x, gradient);
  }
  if (job->sums != NULL) { job->sums[task] = sum; }
}

static float total(const double *sums, int64_t count) {
  double sum = 0;
  for (int64_t i = 0; i < count; i++) { sum += sums[i]; }
  return (float)sum;
}

vgg_status vgg_activation_gradient(
    vgg_team *team, const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *gradient_shape, float *gradient, float *slope_gradient, void *scratch) {
  vgg_status status = vgg_shape_check(in_shape);
  if (status == VGG_OK) { status = vgg_shape_check(gradient_shape); }
  if (status != VGG_OK) { return status; }
  if (!same_size(in_shape, gradient_shape)) { return VGG_INVALID; }
  map_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .activation = activation,
      .in_shape = in_shape,
      .gradient_shape = gradient_shape,
      .in = in,
      .gradient = gradient,
      .sums = slope_gradient == NULL ? NULL : scratch,
  };
  vgg_team_run(team, gradient_plane, &job, planes_of(in_shape));
  if (slope_gradient != NULL) { *slope_gradient = total(job.sums, planes_of(in_shape)); }
  return VGG_OK;
}

size_t vgg_slope_scratch_bytes(const vgg_shape *shape) {
  return (size_t)planes_of(shape) * sizeof(double);
}

typedef struct plain_job {
  const vgg_kernels *kernels;
  const vgg_activation *activation;
  size_t count;
  const float *in;
  float *gradient;
  double *sums;
} plain_job;

static void gradient_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const plain_job *job = argument;
  size_t start = (size_t)task * PLAIN_NUMBERS;
  size_t count = (size_t)smaller(PLAIN_NUMBERS, (int64_t)(job->count - start));
  if (job->sums != NULL) {
    job->sums[task] = job->kernels->slope_gradient(count, job->in + start, job->gradient + start);
  }
  job->kernels->activation_gradient(
      job->activation, count, job->in + start, job->gradient + start);
}

void vgg_activation_gradient_plain(
    vgg_team *team, const vgg_activation *activation, size_t count, const float *in,
    float *gradient, float *slope_gradient, void *scratch) {
  plain_job job = {
      vgg_kernels_of(vgg_team_isa(team)), activation, count, in, gradient,
      slope_gradient == NULL ? NULL : scratch};
  int64_t parts = divided_up((int64_t)count, PLAIN_NUMBERS);
  vgg_team_run(team, gradient_part, &job, parts);
  if (slope_gradient != NULL) { *slope_gradient = total(job.sums, parts); }
}

size_t vgg_slope_plain_scratch_bytes(size_t count) {
  return (size_t)divided_up((int64_t)count, PLAIN_NUMBERS) * sizeof(double);
}
