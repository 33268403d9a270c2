// The transforms of the gradient of F(m x m, 3 x 3)'s weights, for m = WINOGRAD: with the forward
// transforms y = A' [(G g G') . (B' d B)] A of a tile, the gradient of g is G' [sum over tiles of (A dy
// A') . (B' d B)] G. The formulas' constants are in winograd-points.h.

#define PAIRS (WINOGRAD / 2)
#define SIDE (WINOGRAD + 2)
#define NAME(name) OF(name, WINOGRAD)

/// A y: the output transform turned around.
INLINE void NAME(gradient_line)(const V *y, V *r) {
  r[0] = y[0];
  r[SIDE - 1] = y[WINOGRAD - 1];
  UNROLL for (int p = 0; p < PAIRS; p++) {
    V even = v_set(0), odd = v_set(0);
    float point = NAME(pairs)[p];
    UNROLL for (int k = WINOGRAD - 1; k >= 0; k--) {
      float power = 1;
      UNROLL for (int i = 0; i < k; i++) { power *= point; }
      if (k % 2 == 0) {
        even = v_fma(v_set(power), y[k], even);
      } else {
        odd = v_fma(v_set(power), y[k], odd);
      }
    }
    r[2 * p + 1] = even + odd;
    r[2 * p + 2] = even - odd;
  }
}

static TARGET void NAME(gradient)(const vgg_input_tile *tile) {
  for (int block = 0; block < tile->blocks; block++) {
    for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
      const float *pixels = tile->pixels + block * tile->block_stride + part * LANES;
      float *points = tile->points[0] + block * tile->point_block_strides[0] + part * LANES;
      V rows[WINOGRAD][SIDE];
      UNROLL for (int y = 0; y < WINOGRAD; y++) {
        V line[WINOGRAD];
        UNROLL for (int x = 0; x < WINOGRAD; x++) {
          line[x] = v_load(pixels + y * tile->row_stride + x * VGG_BLOCK);
        }
        NAME(gradient_line)(line, rows[y]);
      }
      UNROLL for (int x = 0; x < SIDE; x++) {
        V line[WINOGRAD], transformed[SIDE];
        UNROLL for (int y = 0; y < WINOGRAD; y++) { line[y] = rows[y][x]; }
        NAME(gradient_line)(line, transformed);
        UNROLL for (int y = 0; y < SIDE; y++) {
          v_store(points + (size_t)(y * SIDE + x) * tile->point_stride, transformed[y]);
        }
      }
    }
  }
}

/// G' m: the weight transform turned around. `norms` holds the factors of the rows, for each pair and for
/// row 0.
INLINE void NAME(kernel_line)(const V *m, const float *norms, V *g) {
  g[0] = m[0] * v_set(norms[PAIRS]);
  g[1] = v_set(0);
  g[2] = m[SIDE - 1];
  UNROLL for (int p = 0; p < PAIRS; p++) {
    float point = NAME(pairs)[p];
    V sum = (m[2 * p + 1] + m[2 * p + 2]) * v_set(norms[p]);
    V difference = (m[2 * p + 1] - m[2 * p + 2]) * v_set(norms[p]);
    g[0] += sum;
    g[1] = v_fma(v_set(point), difference, g[1]);
    g[2] = v_fma(v_set(point * point), sum, g[2]);
  }
}

static TARGET void NAME(kernel)(
    int pixels, const float *points, size_t point_stride, float *kernels, size_t tap_stride) {
  float norms[PAIRS + 1];
  double z = 1;
  for (int p = 0; p < PAIRS; p++) {
    double square = (double)NAME(pairs)[p] * NAME(pairs)[p], norm = 2 * square;
    z *= -square;
    for (int q = 0; q < PAIRS; q++) {
      double other = NAME(pairs)[q];
      norm *= q == p ? 1 : square - other * other;
    }
    norms[p] = (float)(1 / norm);
  }
  norms[PAIRS] = (float)(1 / z);
  for (int i = 0; i < pixels * VGG_BLOCK; i += LANES) {
    V columns[3][SIDE];
    UNROLL for (int x = 0; x < SIDE; x++) {
      V line[SIDE], column[3];
      UNROLL for (int y = 0; y < SIDE; y++) {
        line[y] = v_load(points + (size_t)(y * SIDE + x) * point_stride + i);
      }
      NAME(kernel_line)(line, norms, column);
      UNROLL for (int y = 0; y < 3; y++) { columns[y][x] = column[y]; }
    }
    UNROLL for (int y = 0; y < 3; y++) {
      V row[3];
      NAME(kernel_line)(columns[y], norms, row);
      UNROLL for (int x = 0; x < 3; x++) {
        float *sum = kernels + (size_t)(y * 3 + x) * tap_stride + i;
        v_store(sum, v_load(sum) + row[x]);
      }
    }
  }
}

#undef PAIRS
#undef SIDE
#undef NAME
