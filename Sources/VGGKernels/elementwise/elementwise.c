#include <string.h>

#include "elementwise/activations.h"

typedef struct elementwise {
  const vgg_kernels *kernels;
  const float *scale, *shift;
  bool relu;
  const vgg_activation *activation;
} elementwise;

static vgg_status run(
    vgg_team *team, vgg_task *plane, const elementwise *operation, const vgg_shape *in_shape,
    const float *in, const vgg_shape *out_shape, float *out) {
  vgg_planes_job job = {in_shape, out_shape, in, out, operation};
  return vgg_run_equal_planes(team, plane, &job);
}

static void copy_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  for (int64_t y = 0; y < in->height; y++) {
    memmove(
        job->out + first_pixel(out, 0, task) + y * row_stride(out),
        job->in + first_pixel(in, 0, task) + y * row_stride(in),
        (size_t)in->width * VGG_BLOCK * sizeof(float));
  }
}

static void relu_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const elementwise *operation = job->operation;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  for (int64_t y = 0; y < in->height; y++) {
    operation->kernels->relu(
        (size_t)in->width * VGG_BLOCK, job->in + first_pixel(in, 0, task) + y * row_stride(in),
        job->out + first_pixel(out, 0, task) + y * row_stride(out));
  }
}

static void scale_shift_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const elementwise *operation = job->operation;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  int64_t block = task % blocks_of(in->channels), first = block * VGG_BLOCK;
  _Alignas(64) float scale[VGG_BLOCK] = {0}, shift[VGG_BLOCK] = {0};
  for (int64_t c = 0; c < smaller(VGG_BLOCK, in->channels - first); c++) {
    scale[c] = operation->scale[first + c];
    shift[c] = operation->shift[first + c];
  }
  for (int64_t y = 0; y < in->height; y++) {
    float *row = job->out + first_pixel(out, 0, task) + y * row_stride(out);
    operation->kernels->scale_shift(
        in->width, job->in + first_pixel(in, 0, task) + y * row_stride(in), scale, shift,
        operation->relu, row);
    if (operation->activation != NULL) {
      vgg_activate_pixels(
          operation->kernels, operation->activation, in->channels, block, in->width, row, row);
    }
  }
}

vgg_status vgg_copy(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out) {
  return run(team, copy_plane, NULL, in_shape, in, out_shape, out);
}

vgg_status vgg_relu(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out) {
  elementwise operation = {.kernels = vgg_kernels_of(vgg_team_isa(team))};
  return run(team, relu_plane, &operation, in_shape, in, out_shape, out);
}

vgg_status vgg_scale_shift(
    vgg_team *team, const float *scale, const float *shift, bool relu,
    const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out) {
  elementwise operation = {vgg_kernels_of(vgg_team_isa(team)), scale, shift, relu, activation};
  return run(team, scale_shift_plane, &operation, in_shape, in, out_shape, out);
}

enum { RELU_NUMBERS = 16384 };

typedef struct plain_relu_job {
  const vgg_kernels *kernels;
  size_t count;
  const float *in;
  float *out;
} plain_relu_job;

static void relu_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const plain_relu_job *job = argument;
  size_t start = (size_t)task * RELU_NUMBERS;
  job->kernels->relu(
      (size_t)smaller(RELU_NUMBERS, (int64_t)(job->count - start)), job->in + start,
      job->out + start);
}

void vgg_relu_plain(vgg_team *team, size_t count, const float *in, float *out) {
  plain_relu_job job = {vgg_kernels_of(vgg_team_isa(team)), count, in, out};
  vgg_team_run(team, relu_part, &job, divided_up((int64_t)count, RELU_NUMBERS));
}
