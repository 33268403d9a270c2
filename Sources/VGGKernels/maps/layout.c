// Conversion between plain and blocked tensors.

#include <string.h>

#include "maps/blocked.h"

typedef struct layout_job {
  const vgg_shape *shape;
  const float *from;
  float *to;
} layout_job;

/// The channels of a block that exist, and the index of the first in the plain tensor.
static int real_channels(const vgg_shape *shape, int64_t task, size_t *plain_start) {
  int64_t blocks = blocks_of(shape->channels), image = task / blocks, block = task % blocks;
  size_t plane = (size_t)shape->height * shape->width;
  *plain_start = (size_t)(image * shape->channels + block * VGG_BLOCK) * plane;
  return (int)smaller(VGG_BLOCK, shape->channels - block * VGG_BLOCK);
}

static void to_blocked(void *argument, int thread, int64_t task) {
  (void)thread;
  const layout_job *job = argument;
  const vgg_shape *shape = job->shape;
  size_t start, plane = (size_t)shape->height * shape->width;
  int channels = real_channels(shape, task, &start);
  float *to = job->to + first_pixel(shape, 0, task);
  for (int32_t y = 0; y < shape->height; y++) {
    const float *from = job->from + start + (size_t)y * shape->width;
    float *line = to + y * row_stride(shape);
    for (int32_t x = 0; x < shape->width; x++) {
      for (int c = 0; c < VGG_BLOCK; c++) {
        line[(size_t)x * VGG_BLOCK + c] = c < channels ? from[c * plane + x] : 0;
      }
    }
  }
}

static void to_plain(void *argument, int thread, int64_t task) {
  (void)thread;
  const layout_job *job = argument;
  const vgg_shape *shape = job->shape;
  size_t start, plane = (size_t)shape->height * shape->width;
  int channels = real_channels(shape, task, &start);
  const float *from = job->from + first_pixel(shape, 0, task);
  for (int c = 0; c < channels; c++) {
    float *to = job->to + start + c * plane;
    for (int32_t y = 0; y < shape->height; y++) {
      const float *line = from + y * row_stride(shape) + c;
      for (int32_t x = 0; x < shape->width; x++) { *to++ = line[(size_t)x * VGG_BLOCK]; }
    }
  }
}

vgg_status vgg_to_blocked(
    vgg_team *team, const vgg_shape *shape, const float *plain, float *blocked) {
  vgg_status status = vgg_shape_check(shape);
  if (status != VGG_OK) { return status; }
  vgg_clear_borders(team, shape, blocked);
  layout_job job = {shape, plain, blocked};
  vgg_team_run(team, to_blocked, &job, shape->batch * blocks_of(shape->channels));
  return VGG_OK;
}

vgg_status vgg_to_plain(
    vgg_team *team, const vgg_shape *shape, const float *blocked, float *plain) {
  vgg_status status = vgg_shape_check(shape);
  if (status != VGG_OK) { return status; }
  layout_job job = {shape, blocked, plain};
  vgg_team_run(team, to_plain, &job, shape->batch * blocks_of(shape->channels));
  return VGG_OK;
}
