// Rows of weights times vectors of a batch, summed along the vectors' length in LANES separate sums
// that are added up at the end.

enum { LINEAR_ROWS = 4, LINEAR_AHEAD = 512 };

INLINE void linear_tile(
    int rows, int batch, const vgg_linear_block *block, const float *weights, const float *x,
    float *y) {
  V sums[LINEAR_ROWS][LINEAR_BATCH];
  UNROLL for (int r = 0; r < rows; r++) {
    UNROLL for (int n = 0; n < batch; n++) { sums[r][n] = v_set(0); }
  }
  int whole = block->depth / LANES * LANES;
  for (int k = 0; k < whole; k += LANES) {
    V vectors[LINEAR_BATCH];
    UNROLL for (int n = 0; n < batch; n++) { vectors[n] = v_load_unaligned(x + n * block->inputs + k); }
    UNROLL for (int r = 0; r < rows; r++) {
      const float *row = weights + r * block->inputs + k;
      __builtin_prefetch(row + LINEAR_AHEAD, 0, 3);
      V w = v_load_unaligned(row);
      UNROLL for (int n = 0; n < batch; n++) { sums[r][n] = v_fma(w, vectors[n], sums[r][n]); }
    }
  }
  UNROLL for (int r = 0; r < rows; r++) {
    UNROLL for (int n = 0; n < batch; n++) {
      float sum = v_sum(sums[r][n]);
      for (int k = whole; k < block->depth; k++) {
        sum += weights[r * block->inputs + k] * x[n * block->inputs + k];
      }
      float *result = y + n * block->outputs + r;
      *result = block->accumulate ? *result + sum : sum;
    }
  }
}

static TARGET void linear(const vgg_linear_block *block) {
  int batch = 0;
  for (; batch < block->batch; ) {
    int images = block->batch - batch < LINEAR_BATCH ? block->batch - batch : LINEAR_BATCH;
    const float *x = block->x + batch * block->inputs;
    float *y = block->y + batch * block->outputs;
    int row = 0;
    for (; row + LINEAR_ROWS <= block->rows; row += LINEAR_ROWS) {
      const float *weights = block->weights + row * block->inputs;
      switch (images) {
      case 1: linear_tile(LINEAR_ROWS, 1, block, weights, x, y + row); break;
#if LINEAR_BATCH >= 4
      case 2: linear_tile(LINEAR_ROWS, 2, block, weights, x, y + row); break;
      case 3: linear_tile(LINEAR_ROWS, 3, block, weights, x, y + row); break;
#endif
#if LINEAR_BATCH >= 6
      case 4: linear_tile(LINEAR_ROWS, 4, block, weights, x, y + row); break;
      case 5: linear_tile(LINEAR_ROWS, 5, block, weights, x, y + row); break;
#endif
      default: linear_tile(LINEAR_ROWS, LINEAR_BATCH, block, weights, x, y + row); break;
      }
    }
    for (; row < block->rows; row++) {
      for (int n = 0; n < images; n++) {
        linear_tile(
            1, 1, block, block->weights + row * block->inputs, x + n * block->inputs,
            y + n * block->outputs + row);
      }
    }
    batch += images;
  }
}
