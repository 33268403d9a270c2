// Sums of outer products, which make up the gradients of weights. Both factors are stored with the sum's axis
// outermost, in blocks of 16.

#define OUTER_VECTORS (OUTER_BLOCKS * VGG_BLOCK / LANES)

INLINE void outer_rows(int rows, int blocks, const vgg_outer *outer) {
  V sums[OUTER_ROWS][OUTER_VECTORS];
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < blocks * VECTORS_PER_PIXEL; j++) {
      float *c = outer->c + i * outer->c_stride + j / VECTORS_PER_PIXEL * outer->c_block_stride
                 + j % VECTORS_PER_PIXEL * LANES;
      sums[i][j] = outer->accumulate ? v_load_unaligned(c) : v_set(0);
    }
  }
  const float *a = outer->a, *b = outer->b;
  size_t a_stride = outer->a_stride, b_stride = outer->b_stride;
  for (int k = 0; k < outer->depth; k++) {
    V column[OUTER_VECTORS];
    UNROLL for (int j = 0; j < blocks * VECTORS_PER_PIXEL; j++) {
      column[j] = v_load(
          b + j / VECTORS_PER_PIXEL * outer->b_block_stride + j % VECTORS_PER_PIXEL * LANES);
    }
    UNROLL for (int i = 0; i < rows; i++) {
      V value = v_set(a[i]);
      UNROLL for (int j = 0; j < blocks * VECTORS_PER_PIXEL; j++) {
        sums[i][j] = v_fma(value, column[j], sums[i][j]);
      }
    }
    a += a_stride;
    b += b_stride;
  }
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < blocks * VECTORS_PER_PIXEL; j++) {
      float *c = outer->c + i * outer->c_stride + j / VECTORS_PER_PIXEL * outer->c_block_stride
                 + j % VECTORS_PER_PIXEL * LANES;
      *(UnalignedV *)c = sums[i][j];
    }
  }
}

INLINE void outer_blocks(int blocks, int rows, const vgg_outer *outer) {
  switch (rows) {
  case 1: outer_rows(1, blocks, outer); break;
  case 2: outer_rows(2, blocks, outer); break;
#if OUTER_ROWS >= 4
  case 3: outer_rows(3, blocks, outer); break;
  case 4: outer_rows(4, blocks, outer); break;
#endif
#if OUTER_ROWS >= 8
  case 5: outer_rows(5, blocks, outer); break;
  case 6: outer_rows(6, blocks, outer); break;
  case 7: outer_rows(7, blocks, outer); break;
  case 8: outer_rows(8, blocks, outer); break;
#endif
  default: break;
  }
}

static TARGET void outer(int rows, int blocks, const vgg_outer *outer) {
#if OUTER_BLOCKS >= 2
  if (blocks == 2) {
    outer_blocks(2, rows, outer);
    return;
  }
#endif
  (void)blocks;
  outer_blocks(1, rows, outer);
}
