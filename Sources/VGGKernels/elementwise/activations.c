// Activations other than ReLU: as a separate pass over the values, and as part of other operations.

#include "elementwise/activations.h"

#include <string.h>

void vgg_activate_pixels(
    const vgg_kernels *kernels, const vgg_activation *activation, int64_t channels, int64_t block,
    int64_t pixels, const float *in, float *out) {
  kernels->activate(activation, (size_t)pixels * VGG_BLOCK, in, out);
  int64_t used = smaller(VGG_BLOCK, channels - block * VGG_BLOCK);
  // The sigmoid of an unused channel's zero is not zero.
  if (activation->function != VGG_SIGMOID || used == VGG_BLOCK) { return; }
  for (int64_t x = 0; x < pixels; x++) {
    memset(out + x * VGG_BLOCK + used, 0, (size_t)(VGG_BLOCK - used) * sizeof(float));
  }
}

typedef struct activating {
  const vgg_kernels *kernels;
  const vgg_activation *activation;
} activating;

static void activate_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const activating *activating = job->operation;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  for (int64_t y = 0; y < in->height; y++) {
    vgg_activate_pixels(
        activating->kernels, activating->activation, in->channels, task % blocks_of(in->channels),
        in->width, job->in + first_pixel(in, 0, task) + y * row_stride(in),
        job->out + first_pixel(out, 0, task) + y * row_stride(out));
  }
}

vgg_status vgg_activate(
    vgg_team *team, const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out) {
  activating activating = {vgg_kernels_of(vgg_team_isa(team)), activation};
  vgg_planes_job job = {in_shape, out_shape, in, out, &activating};
  return vgg_run_equal_planes(team, activate_plane, &job);
}

enum { PLAIN_NUMBERS = 16384 };

typedef struct plain_job {
  activating activating;
  size_t count;
  const float *in;
  float *out;
} plain_job;

static void activate_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const plain_job *job = argument;
  size_t start = (size_t)task * PLAIN_NUMBERS;
  job->activating.kernels->activate(
      job->activating.activation, (size_t)smaller(PLAIN_NUMBERS, (int64_t)(job->count - start)),
      job->in + start, job->out + start);
}

void vgg_activate_plain(
    vgg_team *team, const vgg_activation *activation, size_t count, const float *in, float *out) {
  plain_job job = {{vgg_kernels_of(vgg_team_isa(team)), activation}, count, in, out};
  vgg_team_run(team, activate_part, &job, divided_up((int64_t)count, PLAIN_NUMBERS));
}

typedef struct scaling_job {
  activating activating;
  int64_t count;
  const float *scale, *shift, *in;
  float *out;
  bool relu;
} scaling_job;

static void scale_vector(void *argument, int thread, int64_t task) {
  (void)thread;
  const scaling_job *job = argument;
  const float *in = job->in + task * job->count;
  float *out = job->out + task * job->count;
  for (int64_t i = 0; i < job->count; i++) {
    float value = in[i] * job->scale[i] + job->shift[i];
    out[i] = job->relu && value < 0 ? 0 : value;
  }
  const vgg_activation *activation = job->activating.activation;
  if (activation != NULL) {
    job->activating.kernels->activate(activation, (size_t)job->count, out, out);
  }
}

void vgg_scale_shift_plain(
    vgg_team *team, int32_t batch, int32_t count, const float *scale, const float *shift, bool relu,
    const vgg_activation *activation, const float *in, float *out) {
  activating activating = {vgg_kernels_of(vgg_team_isa(team)), activation};
  scaling_job job = {activating, count, scale, shift, in, out, relu};
  vgg_team_run(team, scale_vector, &job, batch);
}
