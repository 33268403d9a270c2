// Activations other than ReLU: a pass over the values by themselves.

#include <string.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

typedef struct activating {
  const vgg_kernels *kernels;
  const vgg_activation *activation;
} activating;

static void activate_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const activating *activating = job->operation;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  int64_t used = smaller(VGG_BLOCK, in->channels - task % blocks_of(in->channels) * VGG_BLOCK);
  // The sigmoid of an unused channel's zero is not zero.
  bool clears = activating->activation->function == VGG_SIGMOID && used < VGG_BLOCK;
  for (int64_t y = 0; y < in->height; y++) {
    float *row = job->out + first_pixel(out, 0, task) + y * row_stride(out);
    activating->kernels->activate(
        activating->activation, (size_t)in->width * VGG_BLOCK,
        job->in + first_pixel(in, 0, task) + y * row_stride(in), row);
    for (int64_t x = 0; clears && x < in->width; x++) {
      memset(row + x * VGG_BLOCK + used, 0, (size_t)(VGG_BLOCK - used) * sizeof(float));
    }
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
}

void vgg_scale_shift_plain(
    vgg_team *team, int32_t batch, int32_t count, const float *scale, const float *shift, bool relu,
    const float *in, float *out) {
  scaling_job job = {count, scale, shift, in, out, relu};
  vgg_team_run(team, scale_vector, &job, batch);
}
