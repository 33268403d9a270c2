// Packed Winograd weights: [point][panel][input channel][output channel of the panel].

#include <string.h>

#include "convolution/conv.h"

enum { PACKED_DEPTH = 16 };

typedef struct pack_job {
  const vgg_conv_plan *plan;
  const float *weights, *scale;
  float *packed;
} pack_job;

// One panel of up to PACKED_DEPTH input channels: gathers the kernels with output channels innermost,
// then transforms.
static void pack_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const pack_job *job = argument;
  const vgg_conv_plan *plan = job->plan;
  int64_t inputs = group_inputs(&plan->conv), parts = divided_up(inputs, PACKED_DEPTH);
  int64_t first = task / parts / group_panels(plan) * group_outputs(&plan->conv);
  int64_t end = first + group_outputs(&plan->conv);
  int64_t panel = task / parts, start = task % parts * PACKED_DEPTH, width = panel_of(plan);
  int depth = (int)smaller(PACKED_DEPTH, inputs - start);
  _Alignas(64) float gathered[PACKED_DEPTH * 9 * MAX_PANEL];
  for (int64_t o = 0; o < width; o++) {
    int64_t channel = first + panel % group_panels(plan) * width + o;
    if (channel >= end) {
      for (int i = 0; i < depth * 9; i++) { gathered[i * width + o] = 0; }
      continue;
    }
    const float *kernels = job->weights + (channel * inputs + start) * 9;
    float scale = job->scale == NULL ? 1 : job->scale[channel];
    for (int i = 0; i < depth * 9; i++) { gathered[i * width + o] = kernels[i] * scale; }
  }
  size_t slice = (size_t)inputs * width;
  vgg_kernels_of(plan->isa)->winograd[tile_of(plan) / 2 - 1].weights(
      depth, gathered, job->packed + panel * slice + start * width, panels_of(plan) * slice);
}

void vgg_winograd_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    float *packed) {
  pack_job job = {plan, weights, scale, packed};
  int64_t parts = divided_up(group_inputs(&plan->conv), PACKED_DEPTH);
  vgg_team_run(team, pack_part, &job, panels_of(plan) * parts);
}
