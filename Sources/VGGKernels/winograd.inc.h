// The three transforms of F(m x m, 3 x 3), for m = WINOGRAD. The formulas stand in winograd-points.h.

#include "winograd-points.h"

#define PAIRS (WINOGRAD / 2)
#define SIDE (WINOGRAD + 2)
#define PASTE_(name, m) name##_##m
#define PASTE(name, m) PASTE_(name, m)
#define NAME(name) PASTE(name, WINOGRAD)

INLINE void NAME(input_line)(const V *d, V *r) {
  V first = d[2 * PAIRS], last = d[2 * PAIRS + 1];
  UNROLL for (int k = 0; k < PAIRS; k++) {
    first = v_fma(v_set(NAME(whole)[k]), d[2 * k], first);
    last = v_fma(v_set(NAME(whole)[k]), d[2 * k + 1], last);
  }
  r[0] = first;
  r[SIDE - 1] = last;
  UNROLL for (int p = 0; p < PAIRS; p++) {
    V even = d[2 * PAIRS], odd = d[2 * PAIRS - 1];
    UNROLL for (int k = 0; k < PAIRS - 1; k++) {
      even = v_fma(v_set(NAME(others)[p][k]), d[2 * k + 2], even);
      odd = v_fma(v_set(NAME(others)[p][k]), d[2 * k + 1], odd);
    }
    r[2 * p + 1] = v_fma(v_set(NAME(pairs)[p]), odd, even);
    r[2 * p + 2] = v_fma(v_set(-NAME(pairs)[p]), odd, even);
  }
}

INLINE void NAME(output_line)(const V *m, V *y) {
  V sums[PAIRS], differences[PAIRS];
  UNROLL for (int p = 0; p < PAIRS; p++) {
    sums[p] = m[2 * p + 1] + m[2 * p + 2];
    differences[p] = m[2 * p + 1] - m[2 * p + 2];
  }
  UNROLL for (int k = 0; k < WINOGRAD; k++) {
    V value = k == 0 ? m[0] : k == WINOGRAD - 1 ? m[SIDE - 1] : v_set(0);
    UNROLL for (int p = 0; p < PAIRS; p++) {
      float power = 1;
      UNROLL for (int i = 0; i < k; i++) { power *= NAME(pairs)[p]; }
      value = v_fma(v_set(power), k % 2 == 0 ? sums[p] : differences[p], value);
    }
    y[k] = value;
  }
}

static TARGET void NAME(input)(const vgg_input_tile *tile) {
  for (int block = 0; block < tile->blocks; block++) {
    for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
      const float *pixels = tile->pixels + block * tile->block_stride + part * LANES;
      float *points = tile->points + block * tile->point_block_stride + part * LANES;
      V rows[SIDE][SIDE];
      UNROLL for (int y = 0; y < SIDE; y++) {
        V line[SIDE];
        UNROLL for (int x = 0; x < SIDE; x++) {
          line[x] = v_load(pixels + y * tile->row_stride + x * VGG_BLOCK);
        }
        // The tile to the right, most likely the next one.
        UNROLL for (int x = 2; x < SIDE && part == 0; x++) {
          __builtin_prefetch(pixels + y * tile->row_stride + (x + WINOGRAD) * VGG_BLOCK, 0, 2);
        }
        NAME(input_line)(line, rows[y]);
      }
      UNROLL for (int x = 0; x < SIDE; x++) {
        V line[SIDE], transformed[SIDE];
        UNROLL for (int y = 0; y < SIDE; y++) { line[y] = rows[y][x]; }
        NAME(input_line)(line, transformed);
        UNROLL for (int y = 0; y < SIDE; y++) {
          v_store(points + (size_t)(y * SIDE + x) * tile->point_stride, transformed[y]);
        }
      }
    }
  }
}

static TARGET void NAME(output)(const vgg_output_tile *tile) {
  for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    const float *points = tile->points + part * LANES;
    float *pixels = tile->pixels + part * LANES;
    V bias = v_load(tile->bias + part * LANES);
    V rows[SIDE][WINOGRAD];
    UNROLL for (int y = 0; y < SIDE; y++) {
      V line[SIDE];
      UNROLL for (int x = 0; x < SIDE; x++) {
        line[x] = v_load(points + (size_t)(y * SIDE + x) * tile->point_stride);
      }
      NAME(output_line)(line, rows[y]);
    }
    V values[WINOGRAD][WINOGRAD];
    UNROLL for (int x = 0; x < WINOGRAD; x++) {
      V line[SIDE], column[WINOGRAD];
      UNROLL for (int y = 0; y < SIDE; y++) { line[y] = rows[y][x]; }
      NAME(output_line)(line, column);
      UNROLL for (int y = 0; y < WINOGRAD; y++) {
        V value = column[y] + bias;
        values[y][x] = tile->relu ? v_relu(value) : value;
      }
    }
    if (tile->pool) {
      UNROLL for (int y = 0; y < WINOGRAD / 2; y++) {
        UNROLL for (int x = 0; x < WINOGRAD / 2; x++) {
          V upper = v_max(values[2 * y][2 * x], values[2 * y][2 * x + 1]);
          V lower = v_max(values[2 * y + 1][2 * x], values[2 * y + 1][2 * x + 1]);
          if (y < tile->rows && x < tile->columns) {
            v_store(pixels + y * tile->row_stride + x * VGG_BLOCK, v_max(upper, lower));
          }
        }
      }
    } else {
      UNROLL for (int y = 0; y < WINOGRAD; y++) {
        UNROLL for (int x = 0; x < WINOGRAD; x++) {
          if (y < tile->rows && x < tile->columns) {
            v_store(pixels + y * tile->row_stride + x * VGG_BLOCK, values[y][x]);
          }
        }
      }
    }
  }
}

// One line of the weight transform, in double precision so that packed weights are rounded once.
INLINE void NAME(weight_line)(double g0, double g1, double g2, double *r) {
  double z = 1;
  UNROLL for (int p = 0; p < PAIRS; p++) {
    double point = NAME(pairs)[p], square = point * point, norm = 2 * square;
    z *= -square;
    UNROLL for (int q = 0; q < PAIRS; q++) {
      double other = NAME(pairs)[q];
      norm *= q == p ? 1 : square - other * other;
    }
    r[2 * p + 1] = (g0 + point * g1 + square * g2) * (1 / norm);
    r[2 * p + 2] = (g0 - point * g1 + square * g2) * (1 / norm);
  }
  r[0] = g0 * (1 / z);
  r[SIDE - 1] = g2;
}

static TARGET void NAME(weights)(
    int depth, const float *weights, float *packed, size_t point_stride) {
  for (int k = 0; k < depth; k++) {
    const float *kernels = weights + (size_t)k * 9 * PANEL;
    float transformed[SIDE * SIDE][PANEL];
    for (int channel = 0; channel < PANEL; channel++) {
      double columns[SIDE][3];
      UNROLL for (int x = 0; x < 3; x++) {
        const float *g = kernels + x * PANEL + channel;
        double column[SIDE];
        NAME(weight_line)(g[0], g[3 * PANEL], g[6 * PANEL], column);
        UNROLL for (int y = 0; y < SIDE; y++) { columns[y][x] = column[y]; }
      }
      UNROLL for (int y = 0; y < SIDE; y++) {
        double line[SIDE];
        NAME(weight_line)(columns[y][0], columns[y][1], columns[y][2], line);
        UNROLL for (int x = 0; x < SIDE; x++) {
          transformed[y * SIDE + x][channel] = (float)line[x];
        }
      }
    }
    for (int point = 0; point < SIDE * SIDE; point++) {
      memcpy(
          packed + point * point_stride + (size_t)k * PANEL, transformed[point],
          sizeof transformed[point]);
    }
  }
}

#undef PAIRS
#undef SIDE
#undef NAME
#undef PASTE
#undef PASTE_
