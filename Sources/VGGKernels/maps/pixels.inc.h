// Work on single pixels of 16 channels: pooling, element-wise layers.

static TARGET void maximum(
    int rows, int columns, const float *in, size_t row_stride, float *out) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V largest = v_load(in + part * LANES);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        largest = v_max(largest, v_load(in + y * row_stride + (size_t)x * VGG_BLOCK + part * LANES));
      }
    }
    v_store(out + part * LANES, largest);
  }
}

static TARGET void mean(
    int rows, int columns, const float *in, size_t row_stride, float factor, float *out) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V sum = v_set(0);
    for (int y = 0; y < rows; y++) {
      // Row by row, so that a large window's sum is not rounded once for each of its pixels.
      V row = v_set(0);
      for (int x = 0; x < columns; x++) {
        row += v_load(in + y * row_stride + (size_t)x * VGG_BLOCK + part * LANES);
      }
      sum += row;
    }
    v_store(out + part * LANES, sum * v_set(factor));
  }
}

static TARGET void scale_shift(
    int pixels, const float *in, const float *scale, const float *shift, bool relu, float *out) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V a = v_load_unaligned(scale + part * LANES), b = v_load_unaligned(shift + part * LANES);
    for (int pixel = 0; pixel < pixels; pixel++) {
      V value = v_fma(v_load(in + (size_t)pixel * VGG_BLOCK + part * LANES), a, b);
      v_store(out + (size_t)pixel * VGG_BLOCK + part * LANES, relu ? v_relu(value) : value);
    }
  }
}

static TARGET void normalize(
    const float *in, const float *sums, float k, float factor, float *out) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V root = v_sqrt(v_fma(v_load_unaligned(sums + part * LANES), v_set(factor), v_set(k)));
    v_store(out + part * LANES, v_load(in + part * LANES) / (root * v_sqrt(root)));
  }
}

static TARGET void relu(size_t count, const float *in, float *out) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    *(UnalignedV *)(out + i) = v_relu(v_load_unaligned(in + i));
  }
  for (; i < count; i++) { out[i] = in[i] < 0 ? 0 : in[i]; }
}
