// Addresses and sizes in blocked tensors.

#ifndef VGG_BLOCKED_H
#define VGG_BLOCKED_H

#include "threads/team.h"

static inline int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }
static inline int64_t divided_up(int64_t a, int64_t b) { return (a + b - 1) / b; }

/// The start of part `index` of `count` things in `parts` parts whose sizes differ by at most one.
static inline int64_t part_start(int64_t count, int64_t parts, int64_t index) {
  return count / parts * index + smaller(index, count % parts);
}

/// The part that thing `index` is in.
static inline int64_t part_of(int64_t count, int64_t parts, int64_t index) {
  int64_t size = count / parts, larger_parts = count % parts;
  return index < larger_parts * (size + 1) ? index / (size + 1)
                                           : (index - larger_parts) / size;
}

/// Channel blocks of a tensor of `channels`.
static inline int64_t blocks_of(int64_t channels) { return divided_up(channels, VGG_BLOCK); }

/// Floats from one row of pixels to the next.
static inline size_t row_stride(const vgg_shape *shape) {
  return ((size_t)shape->width + 2 * (size_t)shape->border) * VGG_BLOCK;
}

/// Floats from one channel block to the next.
static inline size_t block_stride(const vgg_shape *shape) {
  return ((size_t)shape->height + 2 * (size_t)shape->border) * row_stride(shape);
}

/// The offset of pixel (0, 0), the first inside the border, of one image's channel block.
static inline size_t first_pixel(const vgg_shape *shape, int64_t image, int64_t block) {
  return (size_t)(image * blocks_of(shape->channels) + block) * block_stride(shape)
         + (size_t)shape->border * (row_stride(shape) + VGG_BLOCK);
}

/// The next stride of an odd number of cache lines, so that data this far apart does not compete for
/// the same cache sets.
static inline size_t odd_lines(size_t floats) { return floats | 16; }

/// The bytes that sizes may reach.
enum { MAX_SIZE_BITS = 40 };

/// a * b, or -1 if either is -1 or the product passes 2^MAX_SIZE_BITS.
static inline int64_t bounded_product(int64_t a, int64_t b) {
  int64_t product;
  if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &product)) { return -1; }
  return product > (int64_t)1 << MAX_SIZE_BITS ? -1 : product;
}

/// Whether the numbers are a shape and its size is within bounds.
vgg_status vgg_shape_check(const vgg_shape *shape);

/// Whether two tensors differ in their borders at most.
static inline bool same_size(const vgg_shape *a, const vgg_shape *b) {
  return a->batch == b->batch && a->channels == b->channels && a->height == b->height
         && a->width == b->width;
}

/// Writes the zeros around every plane.
void vgg_clear_borders(vgg_team *team, const vgg_shape *shape, float *blocked);

/// The arguments that an operation from one blocked tensor to another passes to its tasks.
typedef struct vgg_planes_job {
  const vgg_shape *in_shape, *out_shape;
  const float *in;
  float *out;
  const void *operation;
} vgg_planes_job;

/// Checks the shapes (same batch and channels), clears the output's borders and runs `plane` for each
/// of the output's planes (task = image x blocks + block) with a `vgg_planes_job`.
vgg_status vgg_run_planes(vgg_team *team, vgg_task *plane, vgg_planes_job *job);

/// The same for an operation that keeps the map's size; in place only with the same border.
vgg_status vgg_run_equal_planes(vgg_team *team, vgg_task *plane, vgg_planes_job *job);

#endif
