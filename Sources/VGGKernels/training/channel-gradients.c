// Sums over the pixels of each channel, and the gradients that need them. A plane's rows are summed in
// float, planes in double precision and in the batch's order.

#include <math.h>
#include <string.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

/// The contribution of each plane to two sums of 16 channels.
typedef struct plane_sums {
  double first[VGG_BLOCK], second[VGG_BLOCK];
} plane_sums;

typedef struct sums_job {
  const vgg_kernels *kernels;
  const vgg_shape *in_shape, *gradient_shape;
  const float *in;
  float *gradient;
  plane_sums *sums;
  const vgg_batch_norm *norm;
  vgg_norm_block *blocks;
} sums_job;

static size_t planes_of(const vgg_shape *shape) {
  return (size_t)shape->batch * blocks_of(shape->channels);
}

size_t vgg_channel_scratch_bytes(const vgg_shape *shape) {
  return planes_of(shape) * sizeof(plane_sums)
         + blocks_of(shape->channels) * sizeof(vgg_norm_block);
}

static void add(double *sums, const float *row) {
  for (int c = 0; c < VGG_BLOCK; c++) { sums[c] += (double)row[c]; }
}

/// The sums of one channel over the batch, in its order.
static double total(const plane_sums *sums, const vgg_shape *shape, int64_t channel, bool second) {
  int64_t blocks = blocks_of(shape->channels);
  double sum = 0;
  for (int64_t image = 0; image < shape->batch; image++) {
    const plane_sums *plane = sums + image * blocks + channel / VGG_BLOCK;
    sum += (second ? plane->second : plane->first)[channel % VGG_BLOCK];
  }
  return sum;
}

// ------------------------------------------------------------------ sums

static void sum_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const sums_job *job = argument;
  const vgg_shape *shape = job->in_shape;
  plane_sums *sums = job->sums + task;
  memset(sums, 0, sizeof *sums);
  _Alignas(64) float row[VGG_BLOCK];
  for (int64_t y = 0; y < shape->height; y++) {
    job->kernels->channel_sum(
        shape->width, job->in + first_pixel(shape, 0, task) + y * row_stride(shape), row);
    add(sums->first, row);
  }
}

vgg_status vgg_channel_sums(
    vgg_team *team, const vgg_shape *shape, const float *in, float *sums, void *scratch) {
  vgg_status status = vgg_shape_check(shape);
  if (status != VGG_OK) { return status; }
  sums_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)), .in_shape = shape, .in = in, .sums = scratch};
  vgg_team_run(team, sum_plane, &job, (int64_t)planes_of(shape));
  for (int32_t c = 0; c < shape->channels; c++) {
    sums[c] = (float)total(job.sums, shape, c, false);
  }
  return VGG_OK;
}

static void relu_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const sums_job *job = argument;
  const vgg_shape *out = job->in_shape, *shape = job->gradient_shape;
  plane_sums sums = {0};
  _Alignas(64) float row[VGG_BLOCK];
  for (int64_t y = 0; y < out->height; y++) {
    job->kernels->relu_gradient(
        out->width, job->in + first_pixel(out, 0, task) + y * row_stride(out),
        job->gradient + first_pixel(shape, 0, task) + y * row_stride(shape), row);
    add(sums.first, row);
  }
  if (job->sums != NULL) { job->sums[task] = sums; }
}

vgg_status vgg_relu_gradient(
    vgg_team *team, const vgg_shape *out_shape, const float *out, const vgg_shape *gradient_shape,
    float *gradient, float *sums, void *scratch) {
  vgg_status status = vgg_shape_check(out_shape);
  if (status == VGG_OK) { status = vgg_shape_check(gradient_shape); }
  if (status != VGG_OK) { return status; }
  if (!same_size(out_shape, gradient_shape)) { return VGG_INVALID; }
  sums_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .in_shape = out_shape,
      .gradient_shape = gradient_shape,
      .in = out,
      .gradient = gradient,
      .sums = sums == NULL ? NULL : scratch,
  };
  vgg_team_run(team, relu_plane, &job, (int64_t)planes_of(out_shape));
  for (int32_t c = 0; sums != NULL && c < out_shape->channels; c++) {
    sums[c] = (float)total(job.sums, out_shape, c, false);
  }
  return VGG_OK;
}

enum { PLAIN_NUMBERS = 16384 };

typedef struct plain_job {
  const vgg_kernels *kernels;
  size_t count;
  const float *out;
  float *gradient;
} plain_job;

static void relu_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const plain_job *job = argument;
  size_t start = (size_t)task * PLAIN_NUMBERS;
  job->kernels->relu_gradient_plain(
      (size_t)smaller(PLAIN_NUMBERS, (int64_t)(job->count - start)), job->out + start,
      job->gradient + start);
}

void vgg_relu_gradient_plain(vgg_team *team, size_t count, const float *out, float *gradient) {
  plain_job job = {vgg_kernels_of(vgg_team_isa(team)), count, out, gradient};
  vgg_team_run(team, relu_part, &job, divided_up((int64_t)count, PLAIN_NUMBERS));
}

// ------------------------------------------------------------------ batch normalisation

// A plane's sum, and the sum of its squares about its mean, while it is in a cache.
static void statistics_plane(void *argument, int thread, int64_t task) {
  const sums_job *job = argument;
  const vgg_shape *shape = job->in_shape;
  sum_plane(argument, thread, task);
  plane_sums *sums = job->sums + task;
  double pixels = (double)shape->height * shape->width;
  _Alignas(64) float mean[VGG_BLOCK], row[VGG_BLOCK];
  for (int c = 0; c < VGG_BLOCK; c++) {
    mean[c] = (float)(sums->first[c] / pixels);
  }
  for (int64_t y = 0; y < shape->height; y++) {
    job->kernels->squares_about(
        shape->width, job->in + first_pixel(shape, 0, task) + y * row_stride(shape), mean, row);
    add(sums->second, row);
  }
  // About the exact mean, not the mean rounded to float.
  for (int c = 0; c < VGG_BLOCK; c++) {
    double difference = sums->first[c] / pixels - (double)mean[c];
    sums->second[c] -= pixels * difference * difference;
  }
}

vgg_status vgg_batch_statistics(
    vgg_team *team, const vgg_shape *shape, const float *in, float *mean, float *variance,
    void *scratch) {
  vgg_status status = vgg_shape_check(shape);
  if (status != VGG_OK) { return status; }
  sums_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)), .in_shape = shape, .in = in, .sums = scratch};
  vgg_team_run(team, statistics_plane, &job, (int64_t)planes_of(shape));
  double pixels = (double)shape->height * shape->width;
  int64_t blocks = blocks_of(shape->channels);
  for (int64_t c = 0; c < shape->channels; c++) {
    double average = total(job.sums, shape, c, false) / (pixels * shape->batch);
    double squares = total(job.sums, shape, c, true);
    for (int64_t image = 0; image < shape->batch; image++) {
      const plane_sums *plane = job.sums + image * blocks + c / VGG_BLOCK;
      double difference = plane->first[c % VGG_BLOCK] / pixels - average;
      squares += pixels * difference * difference;
    }
    mean[c] = (float)average;
    variance[c] = (float)fmax(squares / (pixels * shape->batch), 0);
  }
  return VGG_OK;
}

static void norm_sums_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const sums_job *job = argument;
  const vgg_shape *in = job->in_shape, *shape = job->gradient_shape;
  plane_sums sums = {0};
  _Alignas(64) float sum[VGG_BLOCK], product[VGG_BLOCK];
  for (int64_t y = 0; y < in->height; y++) {
    job->kernels->norm_sums(
        in->width, job->blocks + task % blocks_of(in->channels),
        job->in + first_pixel(in, 0, task) + y * row_stride(in),
        job->gradient + first_pixel(shape, 0, task) + y * row_stride(shape), sum, product);
    add(sums.first, sum);
    add(sums.second, product);
  }
  job->sums[task] = sums;
}

static void norm_gradient_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const sums_job *job = argument;
  const vgg_shape *in = job->in_shape, *shape = job->gradient_shape;
  for (int64_t y = 0; y < in->height; y++) {
    job->kernels->norm_gradient(
        in->width, job->blocks + task % blocks_of(in->channels),
        job->in + first_pixel(in, 0, task) + y * row_stride(in),
        job->gradient + first_pixel(shape, 0, task) + y * row_stride(shape));
  }
}

vgg_status vgg_batch_norm_gradient(
    vgg_team *team, const vgg_batch_norm *norm, const vgg_shape *in_shape, const float *in,
    const vgg_shape *gradient_shape, float *gradient, float *weight_gradient, float *bias_gradient,
    void *scratch) {
  vgg_status status = vgg_shape_check(in_shape);
  if (status == VGG_OK) { status = vgg_shape_check(gradient_shape); }
  if (status != VGG_OK) { return status; }
  if (!same_size(in_shape, gradient_shape)) { return VGG_INVALID; }
  int64_t blocks = blocks_of(in_shape->channels);
  vgg_norm_block *numbers = scratch;
  sums_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .in_shape = in_shape,
      .gradient_shape = gradient_shape,
      .in = in,
      .gradient = gradient,
      .sums = (plane_sums *)(numbers + blocks),
      .norm = norm,
      .blocks = numbers,
  };
  memset(numbers, 0, (size_t)blocks * sizeof *numbers);
  for (int64_t c = 0; c < in_shape->channels; c++) {
    vgg_norm_block *block = numbers + c / VGG_BLOCK;
    block->mean[c % VGG_BLOCK] = norm->mean[c];
    block->scale[c % VGG_BLOCK] = norm->scale[c];
    block->shift[c % VGG_BLOCK] = norm->shift[c];
    block->relu = norm->relu;
  }
  vgg_team_run(team, norm_sums_plane, &job, (int64_t)planes_of(in_shape));
  double count = (double)in_shape->batch * in_shape->height * in_shape->width;
  for (int64_t c = 0; c < in_shape->channels; c++) {
    vgg_norm_block *block = numbers + c / VGG_BLOCK;
    double sum = total(job.sums, in_shape, c, false);
    double product = total(job.sums, in_shape, c, true);
    double deviation = (double)norm->deviation[c], scale = (double)norm->scale[c];
    bias_gradient[c] = (float)sum;
    weight_gradient[c] = (float)(product * deviation);
    block->constant[c % VGG_BLOCK] = (float)(-scale * sum / count);
    block->slope[c % VGG_BLOCK] = (float)(-scale * deviation * deviation * product / count);
  }
  vgg_team_run(team, norm_gradient_plane, &job, (int64_t)planes_of(in_shape));
  return VGG_OK;
}
