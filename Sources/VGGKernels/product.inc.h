// The matrix products of Winograd's points: a register group of tiles x one panel of outputs.

INLINE void product_rows(
    int rows, int depth, const float *a, const float *b, float *c, const float *next) {
  V sums[GROUP_ROWS][VECTORS_PER_PANEL];
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) { sums[i][j] = v_set(0); }
  }
  for (int start = 0; start < depth; start += VGG_BLOCK) {
    int end = depth - start < VGG_BLOCK ? depth - start : VGG_BLOCK;
    for (int k = 0; k < end; k++) {
      V panel[VECTORS_PER_PANEL];
      UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) { panel[j] = v_load(b + j * LANES); }
      UNROLL for (int j = 0; j < PANEL; j += 16) { __builtin_prefetch(next + j, 0, 2); }
      UNROLL for (int i = 0; i < rows; i++) {
        V value = v_set(a[i * VGG_BLOCK + k]);
        UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) {
          sums[i][j] = v_fma(value, panel[j], sums[i][j]);
        }
      }
      b += PANEL;
      next += PANEL;
    }
    a += rows * VGG_BLOCK;
  }
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < VECTORS_PER_PANEL; j++) {
      v_store(c + i * PANEL + j * LANES, sums[i][j]);
    }
  }
}

static TARGET void product(
    int rows, int depth, const float *a, const float *b, float *c, const float *next) {
  switch (rows) {
  case 1: product_rows(1, depth, a, b, c, next); break;
  case 2: product_rows(2, depth, a, b, c, next); break;
#if GROUP_ROWS >= 6
  case 3: product_rows(3, depth, a, b, c, next); break;
  case 4: product_rows(4, depth, a, b, c, next); break;
  case 5: product_rows(5, depth, a, b, c, next); break;
  case 6: product_rows(6, depth, a, b, c, next); break;
#endif
#if GROUP_ROWS >= 14
  case 7: product_rows(7, depth, a, b, c, next); break;
  case 8: product_rows(8, depth, a, b, c, next); break;
  case 9: product_rows(9, depth, a, b, c, next); break;
  case 10: product_rows(10, depth, a, b, c, next); break;
  case 11: product_rows(11, depth, a, b, c, next); break;
  case 12: product_rows(12, depth, a, b, c, next); break;
  case 13: product_rows(13, depth, a, b, c, next); break;
  case 14: product_rows(14, depth, a, b, c, next); break;
#endif
  default: break;
  }
}
