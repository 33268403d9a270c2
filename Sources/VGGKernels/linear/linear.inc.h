// Rows of weights times vectors of a batch, summed along the vectors' length in LANES separate sums
// that are added up at the end.

enum {
  /// Rows at once: as many streams as the processor prefetches by itself, which for a single vector
  /// is faster than explicit prefetching.
  LINEAR_ROWS = 4,
};

/// The sums of `rows` x `images` products go to y, or are added to it. `x`: for every LANES numbers of
/// depth the `images` vectors' numbers, one such part `step` floats after the other. `ahead`: floats by
/// which each row's weights are fetched for later, or 0.
INLINE void linear_tile(
    int rows, int images, const vgg_linear_block *block, const float *weights, const float *x,
    size_t step, size_t ahead, float *y) {
  V sums[LINEAR_BATCH][LINEAR_ROWS];
  UNROLL for (int n = 0; n < images; n++) {
    UNROLL for (int r = 0; r < LINEAR_ROWS; r++) { sums[n][r] = v_set(0); }
  }
  int whole = block->depth / LANES * LANES;
  for (int k = 0; k < whole; k += LANES) {
    V vectors[LINEAR_BATCH];
    UNROLL for (int n = 0; n < images; n++) { vectors[n] = v_load_unaligned(x + n * LANES); }
    UNROLL for (int r = 0; r < rows; r++) {
      const float *row = weights + r * block->inputs + k;
      if (ahead > 0) { __builtin_prefetch(row + ahead, 0, 2); }
      V w = v_load_unaligned(row);
      UNROLL for (int n = 0; n < images; n++) { sums[n][r] = v_fma(w, vectors[n], sums[n][r]); }
    }
    x += step;
  }
  UNROLL for (int n = 0; n < images; n++) {
    float totals[LINEAR_ROWS];
    v_sums(sums[n], totals);
    UNROLL for (int r = 0; r < rows; r++) {
      float *result = y + n * block->outputs + r;
      *result = block->accumulate ? *result + totals[r] : totals[r];
    }
  }
}

INLINE void linear_rows(
    int images, const vgg_linear_block *block, const float *x, size_t step, size_t ahead,
    float *y) {
  int row = 0;
  for (; row + LINEAR_ROWS <= block->rows; row += LINEAR_ROWS) {
    linear_tile(
        LINEAR_ROWS, images, block, block->weights + row * block->inputs, x, step, ahead, y + row);
  }
  for (; row < block->rows; row++) {
    linear_tile(1, images, block, block->weights + row * block->inputs, x, step, ahead, y + row);
  }
}

/// Adds the contribution of the last depth % LANES numbers.
static TARGET void linear_tail(const vgg_linear_block *block) {
  for (int k = block->depth / LANES * LANES; k < block->depth; k++) {
    for (int n = 0; n < block->batch; n++) {
      for (int row = 0; row < block->rows; row++) {
        block->y[n * block->outputs + row] +=
            block->weights[row * block->inputs + k] * block->x[n * block->inputs + k];
      }
    }
  }
}

static TARGET void linear(const vgg_linear_block *block) {
  if (block->batch == 1) {
    linear_rows(1, block, block->x, LANES, 0, block->y);
    linear_tail(block);
    return;
  }
  int groups = (block->batch + LINEAR_BATCH - 1) / LINEAR_BATCH, image = 0;
  for (int group = 0; group < groups; group++) {
    int images = (block->batch - image + groups - group - 1) / (groups - group);
    _Alignas(64) float packed[LINEAR_BATCH * LINEAR_DEPTH];
    float *next = packed;
    for (int k = 0; k + LANES <= block->depth; k += LANES) {
      for (int n = 0; n < images; n++, next += LANES) {
        v_store(next, v_load_unaligned(block->x + (image + n) * block->inputs + k));
      }
    }
    // The first group prefetches the following weights in each row, for the next block.
    size_t ahead = group == 0 ? LINEAR_DEPTH : 0;
    float *y = block->y + image * block->outputs;
    switch (images) {
    case 1: linear_rows(1, block, packed, LANES, ahead, y); break;
    case 2: linear_rows(2, block, packed, 2 * LANES, ahead, y); break;
#if LINEAR_BATCH >= 4
    case 3: linear_rows(3, block, packed, 3 * LANES, ahead, y); break;
    case 4: linear_rows(4, block, packed, 4 * LANES, ahead, y); break;
#endif
#if LINEAR_BATCH >= 6
    case 5: linear_rows(5, block, packed, 5 * LANES, ahead, y); break;
    case 6: linear_rows(6, block, packed, 6 * LANES, ahead, y); break;
#endif
    default: break;
    }
    image += images;
  }
  linear_tail(block);
}
