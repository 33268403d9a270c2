#include "maps/blocked.h"

#include <string.h>

vgg_status vgg_shape_check(const vgg_shape *shape) {
  if (shape->batch < 1 || shape->channels < 1 || shape->height < 1 || shape->width < 1
      || shape->border < 0) {
    return VGG_INVALID;
  }
  int64_t height = (int64_t)shape->height + 2 * (int64_t)shape->border;
  int64_t width = (int64_t)shape->width + 2 * (int64_t)shape->border;
  int64_t pixels = bounded_product(bounded_product(height, width), blocks_of(shape->channels));
  int64_t floats = bounded_product(bounded_product(pixels, shape->batch), VGG_BLOCK);
  return bounded_product(floats, sizeof(float)) < 0 ? VGG_TOO_LARGE : VGG_OK;
}

size_t vgg_shape_bytes(const vgg_shape *shape) {
  if (vgg_shape_check(shape) != VGG_OK) { return 0; }
  return (size_t)shape->batch * blocks_of(shape->channels) * block_stride(shape) * sizeof(float);
}

typedef struct borders_job {
  const vgg_shape *shape;
  float *blocked;
} borders_job;

static void clear_border(void *argument, int thread, int64_t task) {
  (void)thread;
  const borders_job *job = argument;
  const vgg_shape *shape = job->shape;
  size_t row = row_stride(shape), side = (size_t)shape->border * VGG_BLOCK;
  size_t ends = (size_t)shape->border * row;
  float *plane = job->blocked + (size_t)task * block_stride(shape);
  memset(plane, 0, ends * sizeof(float));
  for (int32_t y = 0; y < shape->height; y++) {
    float *line = plane + ends + y * row;
    memset(line, 0, side * sizeof(float));
    memset(line + row - side, 0, side * sizeof(float));
  }
  memset(plane + ends + shape->height * row, 0, ends * sizeof(float));
}

void vgg_clear_borders(vgg_team *team, const vgg_shape *shape, float *blocked) {
  if (shape->border == 0) { return; }
  borders_job job = {shape, blocked};
  vgg_team_run(team, clear_border, &job, shape->batch * blocks_of(shape->channels));
}

vgg_status vgg_run_planes(vgg_team *team, vgg_task *plane, vgg_planes_job *job) {
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  vgg_status status = vgg_shape_check(in);
  if (status == VGG_OK) { status = vgg_shape_check(out); }
  if (status != VGG_OK) { return status; }
  if (in->batch != out->batch || in->channels != out->channels) { return VGG_INVALID; }
  vgg_clear_borders(team, out, job->out);
  vgg_team_run(team, plane, job, out->batch * blocks_of(out->channels));
  return VGG_OK;
}

vgg_status vgg_run_equal_planes(vgg_team *team, vgg_task *plane, vgg_planes_job *job) {
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  if (in->height != out->height || in->width != out->width
      || (job->in == job->out && in->border != out->border)) {
    return VGG_INVALID;
  }
  return vgg_run_planes(team, plane, job);
}
