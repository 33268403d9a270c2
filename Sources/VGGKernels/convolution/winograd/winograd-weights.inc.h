// The weight transform of F(m x m, 3 x 3), for m = WINOGRAD. The formulas are in winograd-points.h.

#define PAIRS (WINOGRAD / 2)
#define SIDE (WINOGRAD + 2)
#define NAME(name) OF(name, WINOGRAD)

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
