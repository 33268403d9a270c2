// Convolution lane by lane: 16 channels at once, each of which sums over one channel of the input.

enum {
  /// Pixels side by side that are summed at once.
  LANE_PIXELS = 8,
};

INLINE void lane_pixels(
    int pixels, int first, size_t pixel_stride, int kernel_h, int kernel_w,
    const vgg_lane_row *row) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    const float *in = row->in + (size_t)first * pixel_stride + part * LANES;
    const float *weights = row->weights + part * LANES;
    float *out = row->out + (size_t)first * VGG_BLOCK + part * LANES;
    V sums[LANE_PIXELS];
    UNROLL for (int i = 0; i < pixels; i++) {
      sums[i] = v_load(row->bias == NULL ? out + i * VGG_BLOCK : row->bias + part * LANES);
    }
    for (int y = 0; y < kernel_h; y++) {
      for (int x = 0; x < kernel_w; x++) {
        const float *tap = in + y * row->row_stride + x * row->tap_stride;
        V weight = v_load(weights);
        UNROLL for (int i = 0; i < pixels; i++) {
          sums[i] = v_fma(v_load(tap + i * pixel_stride), weight, sums[i]);
        }
        weights += VGG_BLOCK;
      }
    }
    UNROLL for (int i = 0; i < pixels; i++) {
      v_store(out + i * VGG_BLOCK, row->relu ? v_relu(sums[i]) : sums[i]);
    }
  }
}

INLINE void lane_strips(
    int pixels, size_t pixel_stride, int kernel_h, int kernel_w, const vgg_lane_row *row) {
  int first = 0;
  for (; first + LANE_PIXELS <= pixels; first += LANE_PIXELS) {
    lane_pixels(LANE_PIXELS, first, pixel_stride, kernel_h, kernel_w, row);
  }
  if (pixels - first >= 4) {
    lane_pixels(4, first, pixel_stride, kernel_h, kernel_w, row);
    first += 4;
  }
  for (; first < pixels; first++) {
    lane_pixels(1, first, pixel_stride, kernel_h, kernel_w, row);
  }
}

// Known strides become address constants, and 3 x 3 taps are unrolled.
static TARGET void lanes(int pixels, const vgg_lane_row *row) {
  if (row->kernel_h == 3 && row->kernel_w == 3 && row->pixel_stride == VGG_BLOCK) {
    lane_strips(pixels, VGG_BLOCK, 3, 3, row);
  } else if (row->kernel_h == 3 && row->kernel_w == 3 && row->pixel_stride == 2 * VGG_BLOCK) {
    lane_strips(pixels, 2 * VGG_BLOCK, 3, 3, row);
  } else {
    lane_strips(pixels, row->pixel_stride, row->kernel_h, row->kernel_w, row);
  }
}

static TARGET void gather(
    size_t pixels, const float *in, const vgg_lane_map *map, float *out) {
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
