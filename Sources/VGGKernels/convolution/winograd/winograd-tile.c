#include <string.h>

#include "convolution/conv.h"

/// Moves on to the points of the next channel block.
static void advance(vgg_input_tile *tile) {
  for (int set = 0; set < POINT_SETS; set++) {
    if (tile->points[set] != NULL) { tile->points[set] += tile->point_block_strides[set]; }
  }
}

void vgg_winograd_transform(
    void (*transform)(const vgg_input_tile *tile), int high_side, int wide_side,
    const vgg_shape *shape, int64_t y, int64_t x, vgg_input_tile *tile) {
  const float *corner = tile->pixels + y * (ptrdiff_t)row_stride(shape) + x * VGG_BLOCK;
  int64_t high = smaller(high_side, shape->height + shape->border - y);
  int64_t wide = smaller(wide_side, shape->width + shape->border - x);
  tile->row_stride = row_stride(shape);
  tile->block_stride = block_stride(shape);
  tile->pixels = corner;
  if (high == high_side && wide == wide_side) {
    transform(tile);
    return;
  }
  // The tile reaches past the border; the pixels there affect only outputs that do not exist.
  _Alignas(64) float copy[MAX_SIDE * MAX_SIDE * VGG_BLOCK];
  memset(copy, 0, sizeof copy);
  tile->pixels = copy;
  tile->row_stride = (size_t)wide_side * VGG_BLOCK;
  int blocks = tile->blocks;
  tile->blocks = 1;
  for (int block = 0; block < blocks; block++) {
    const float *pixels = corner + block * (ptrdiff_t)block_stride(shape);
    for (int64_t row = 0; row < high; row++) {
      memcpy(
          copy + row * wide_side * VGG_BLOCK, pixels + row * (ptrdiff_t)row_stride(shape),
          (size_t)wide * VGG_BLOCK * sizeof(float));
    }
    transform(tile);
    advance(tile);
  }
}

/// Pixels from `start` on, `step` apart, that are before `end`, at most `side`.
static int64_t pixels_before(int64_t start, int64_t step, int64_t end, int64_t side) {
  return smaller(side, divided_up(larger(end - start, 0), step));
}

void vgg_winograd_transform_apart(
    void (*transform)(const vgg_input_tile *tile), int high_side, int wide_side,
    const vgg_conv *conv, const vgg_shape *shape, int64_t y, int64_t x, vgg_input_tile *tile) {
  ptrdiff_t row_step = conv->dilation_h * (ptrdiff_t)row_stride(shape);
  ptrdiff_t column_step = conv->dilation_w * (ptrdiff_t)VGG_BLOCK;
  int64_t high = pixels_before(y, conv->dilation_h, shape->height + (int64_t)shape->border, high_side);
  int64_t wide = pixels_before(x, conv->dilation_w, shape->width + (int64_t)shape->border, wide_side);
  _Alignas(64) float copy[MAX_SIDE * MAX_SIDE * VGG_BLOCK];
  memset(copy, 0, sizeof copy);
  const float *corner = tile->pixels + y * (ptrdiff_t)row_stride(shape) + x * VGG_BLOCK;
  tile->pixels = copy;
  tile->row_stride = (size_t)wide_side * VGG_BLOCK;
  int blocks = tile->blocks;
  tile->blocks = 1;
  for (int block = 0; block < blocks; block++) {
    const float *pixels = corner + block * (ptrdiff_t)block_stride(shape);
    for (int64_t row = 0; row < high; row++) {
      for (int64_t column = 0; column < wide; column++) {
        memcpy(
            copy + (row * wide_side + column) * VGG_BLOCK,
            pixels + row * row_step + column * column_step, VGG_BLOCK * sizeof(float));
      }
    }
    transform(tile);
    advance(tile);
  }
}
