// The matrix products of Winograd's points: a register group of tiles x one panel of outputs.

enum {
  /// Numbers of the depth per iteration of the loop. Loops of a whole channel block each end in a jump
  /// that some processes mispredict for their whole run.
  STEPS = 4,
};

INLINE void product_step(
    int rows, const float *a, const float *b, const float *next, V (*sums)[VECTORS_PER_PANEL]) {
  V panel[VECTORS_PER_PANEL];
  UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) { panel[j] = v_load(b + j * LANES); }
  UNROLL for (int j = 0; j < PANEL; j += 16) { __builtin_prefetch(next + j, 0, 2); }
  UNROLL for (int i = 0; i < rows; i++) {
    V value = v_set(a[i * VGG_BLOCK]);
    UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) {
      sums[i][j] = v_fma(value, panel[j], sums[i][j]);
    }
  }
}

INLINE void product_rows(
    int rows, int depth, const float *a, const float *b, float *c, const float *next,
    size_t next_step) {
  V sums[GROUP_ROWS][VECTORS_PER_PANEL];
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) { sums[i][j] = v_set(0); }
  }
  int whole = depth / VGG_BLOCK * VGG_BLOCK;
  for (int start = 0; start < whole; start += VGG_BLOCK) {
    for (int k = 0; k < VGG_BLOCK; k += STEPS) {
      UNROLL for (int step = 0; step < STEPS; step++) {
        product_step(rows, a + k + step, b, next, sums);
        b += PANEL;
        next += next_step;
      }
    }
    a += rows * VGG_BLOCK;
  }
  for (int k = 0; k < depth - whole; k++) {
    product_step(rows, a + k, b, next, sums);
    b += PANEL;
    next += next_step;
  }
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) {
      v_store(c + i * PANEL + j * LANES, sums[i][j]);
    }
  }
}

static TARGET void product(
    int rows, int depth, const float *a, const float *b, float *c, const float *next,
    size_t next_step) {
  switch (rows) {
  case 1: product_rows(1, depth, a, b, c, next, next_step); break;
  case 2: product_rows(2, depth, a, b, c, next, next_step); break;
#if GROUP_ROWS >= 6
  case 3: product_rows(3, depth, a, b, c, next, next_step); break;
  case 4: product_rows(4, depth, a, b, c, next, next_step); break;
  case 5: product_rows(5, depth, a, b, c, next, next_step); break;
  case 6: product_rows(6, depth, a, b, c, next, next_step); break;
#endif
#if GROUP_ROWS >= 14
  case 7: product_rows(7, depth, a, b, c, next, next_step); break;
  case 8: product_rows(8, depth, a, b, c, next, next_step); break;
  case 9: product_rows(9, depth, a, b, c, next, next_step); break;
  case 10: product_rows(10, depth, a, b, c, next, next_step); break;
  case 11: product_rows(11, depth, a, b, c, next, next_step); break;
  case 12: product_rows(12, depth, a, b, c, next, next_step); break;
  case 13: product_rows(13, depth, a, b, c, next, next_step); break;
  case 14: product_rows(14, depth, a, b, c, next, next_step); break;
#endif
  default: break;
  }
}
