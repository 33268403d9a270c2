// Convolution lane by lane: 16 channels at once, each of which sums over one channel of the input.

enum {
  /// Pixels side by side that are summed at once.
  LANE_PIXELS = 8,
  /// The widest kernel whose weights stay in registers.
  MOST_NEAR_TAPS = 5,
};

/// The values that all pixels of a row share. The compiler can't tell whether writing a pixel changes a row's
/// description, so it would read the description again and again.
typedef struct lane_taps {
  size_t pixel_stride, row_stride, tap_stride;
  int kernel_h, kernel_w;
  const float *weights;
} lane_taps;

/// Adds one kernel row to `pixels` sums, for any strides.
INLINE void add_taps(int pixels, const lane_taps *taps, const float *in, const float *weights, V *sums) {
  for (int x = 0; x < taps->kernel_w; x++) {
    V weight = v_load(weights + x * VGG_BLOCK);
    UNROLL for (int i = 0; i < pixels; i++) {
      sums[i] = v_fma(v_load(in + i * taps->pixel_stride), weight, sums[i]);
    }
    in += taps->tap_stride;
  }
}

/// The same for `kernel` taps side by side and pixels `stride` pixels apart: each pixel of the input is read
/// once for all outputs that it is a tap of.
INLINE void add_near_taps(
    int pixels, int kernel, int stride, const float *in, const float *weights, V *sums) {
  V factors[MOST_NEAR_TAPS];
  UNROLL for (int tap = 0; tap < kernel; tap++) { factors[tap] = v_load(weights + tap * VGG_BLOCK); }
  UNROLL for (int x = 0; x < (pixels - 1) * stride + kernel; x++) {
    V value = v_load(in + x * VGG_BLOCK);
    UNROLL for (int tap = 0; tap < kernel; tap++) {
      int i = (x - tap) / stride;
      if (x >= tap && (x - tap) % stride == 0 && i < pixels) {
        sums[i] = v_fma(value, factors[tap], sums[i]);
      }
    }
  }
}

/// `kernel` 0 is any kernel with any strides.
INLINE void lane_pixels(
    int pixels, int kernel, int stride, const lane_taps *taps, const float *in, const float *bias,
    float *out, bool relu) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V sums[LANE_PIXELS];
    if (bias == NULL) {
      UNROLL for (int i = 0; i < pixels; i++) { sums[i] = v_load(out + i * VGG_BLOCK + part * LANES); }
    } else {
      V start = v_load(bias + part * LANES);
      UNROLL for (int i = 0; i < pixels; i++) { sums[i] = start; }
    }
    const float *line = in + part * LANES, *weights = taps->weights + part * LANES;
    for (int y = 0; y < (kernel == 3 ? 3 : taps->kernel_h); y++) {
      if (kernel == 0) {
        add_taps(pixels, taps, line, weights, sums);
      } else {
        add_near_taps(pixels, kernel, stride, line, weights, sums);
      }
      line += taps->row_stride;
      weights += taps->kernel_w * VGG_BLOCK;
    }
    UNROLL for (int i = 0; i < pixels; i++) {
      v_store(out + i * VGG_BLOCK + part * LANES, relu ? v_relu(sums[i]) : sums[i]);
    }
  }
}

INLINE void lane_strips(int pixels, int kernel, int stride, const vgg_lane_row *row) {
  const lane_taps taps = {
      row->pixel_stride, row->row_stride, row->tap_stride, row->kernel_h, row->kernel_w, row->weights};
  const float *in = row->in, *bias = row->bias;
  float *out = row->out;
  bool relu = row->relu;
  int left = pixels;
#define STRIP(count)                                                                             \
  do {                                                                                           \
    lane_pixels(count, kernel, stride, &taps, in, bias, out, relu);                              \
    in += (count) * taps.pixel_stride;                                                           \
    out += (count) * VGG_BLOCK;                                                                  \
    left -= (count);                                                                             \
  } while (0)
  while (left >= LANE_PIXELS) { STRIP(LANE_PIXELS); }
  if (left >= 4) { STRIP(4); }
  if (left >= 2) { STRIP(2); }
  if (left >= 1) { STRIP(1); }
#undef STRIP
}

static TARGET void lanes(int pixels, const vgg_lane_row *row) {
  bool near = row->tap_stride == VGG_BLOCK;
  if (near && row->kernel_w == 3 && row->kernel_h == 3 && row->pixel_stride == VGG_BLOCK) {
    lane_strips(pixels, 3, 1, row);
  } else if (near && row->kernel_w == 3 && row->kernel_h == 3 && row->pixel_stride == 2 * VGG_BLOCK) {
    lane_strips(pixels, 3, 2, row);
  } else if (near && row->kernel_w == 5 && row->pixel_stride == VGG_BLOCK) {
    lane_strips(pixels, 5, 1, row);
  } else {
    lane_strips(pixels, 0, 1, row);
  }
}

static TARGET void gather(
    size_t pixels, const float *in, const vgg_lane_map *map, float *out) {
#if defined(HAS_PERMUTE)
  if (map->is_one_block) {
    for (size_t pixel = 0; pixel < pixels; pixel++) {
      V value = v_load(in + map->block + pixel * VGG_BLOCK);
      v_store(out + pixel * VGG_BLOCK, v_permute(value, map->lanes));
    }
    return;
  }
#endif
  for (size_t pixel = 0; pixel < pixels; pixel++) {
    for (int lane = 0; lane < VGG_BLOCK; lane++) {
      out[pixel * VGG_BLOCK + lane] = in[pixel * VGG_BLOCK + map->offsets[lane]];
    }
  }
}

// The gradients of `taps` weights of each lane. The taps' sums do not wait for each other.
INLINE void lane_tap_products(
    int pixels, int taps, const float *in, size_t pixel_stride, size_t tap_stride,
    const float *gradient, float *sums) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V totals[2][LANE_TAPS];
    UNROLL for (int tap = 0; tap < taps; tap++) { totals[0][tap] = totals[1][tap] = v_set(0); }
    const float *a = in + part * LANES, *b = gradient + part * LANES;
    int pixel = 0;
    for (; pixel + 2 <= pixels; pixel += 2) {
      UNROLL for (int step = 0; step < 2; step++) {
        V value = v_load(b + step * VGG_BLOCK);
        UNROLL for (int tap = 0; tap < taps; tap++) {
          totals[step][tap] =
              v_fma(v_load(a + step * pixel_stride + tap * tap_stride), value, totals[step][tap]);
        }
      }
      a += 2 * pixel_stride;
      b += 2 * VGG_BLOCK;
    }
    UNROLL for (int tap = 0; tap < taps; tap++) {
      V total = totals[0][tap] + totals[1][tap];
      if (pixel < pixels) { total = v_fma(v_load(a + tap * tap_stride), v_load(b), total); }
      v_store(sums + tap * VGG_BLOCK + part * LANES, total);
    }
  }
}

static TARGET void lane_products(
    int pixels, int taps, const float *in, size_t pixel_stride, size_t tap_stride,
    const float *gradient, float *sums) {
  switch (taps) {
  case 1: lane_tap_products(pixels, 1, in, pixel_stride, tap_stride, gradient, sums); break;
  case 2: lane_tap_products(pixels, 2, in, pixel_stride, tap_stride, gradient, sums); break;
  case 3: lane_tap_products(pixels, 3, in, pixel_stride, tap_stride, gradient, sums); break;
  case 4: lane_tap_products(pixels, 4, in, pixel_stride, tap_stride, gradient, sums); break;
  default: break;
  }
}

static TARGET void lane_spread(
    int pixels, const float *gradient, const float *weight, float *in_gradient, size_t pixel_stride) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V factor = v_load(weight + part * LANES);
    const float *from = gradient + part * LANES;
    float *to = in_gradient + part * LANES;
    for (int pixel = 0; pixel < pixels; pixel++) {
      v_store(to, v_fma(v_load(from), factor, v_load(to)));
      from += VGG_BLOCK;
      to += pixel_stride;
    }
  }
}
