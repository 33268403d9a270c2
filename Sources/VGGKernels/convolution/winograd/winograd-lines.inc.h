// One line of the input's and of the output's transform, with the constants of KIND in winograd-points.h.
// Undefines KIND.

#define M OF(SIZE, KIND)
#define PAIRS (M / 2)
#define SIDE (M + 2)

INLINE void OF(input_line, KIND)(const V *d, V *r) {
  V first = v_set(OF(first, KIND)[PAIRS]) * d[2 * PAIRS];
  V last = v_set(OF(last, KIND)[PAIRS]) * d[2 * PAIRS + 1];
  UNROLL for (int k = 0; k < PAIRS; k++) {
    first = v_fma(v_set(OF(first, KIND)[k]), d[2 * k], first);
    last = v_fma(v_set(OF(last, KIND)[k]), d[2 * k + 1], last);
  }
  r[0] = first;
  r[SIDE - 1] = last;
  UNROLL for (int p = 0; p < PAIRS; p++) {
    V factor = v_set(OF(others, KIND)[p][PAIRS - 1]);
    V even = factor * d[2 * PAIRS], odd = factor * d[2 * PAIRS - 1];
    UNROLL for (int k = 0; k < PAIRS - 1; k++) {
      even = v_fma(v_set(OF(others, KIND)[p][k]), d[2 * k + 2], even);
      odd = v_fma(v_set(OF(others, KIND)[p][k]), d[2 * k + 1], odd);
    }
    r[2 * p + 1] = v_fma(v_set(OF(pairs, KIND)[p]), odd, even);
    r[2 * p + 2] = v_fma(v_set(-OF(pairs, KIND)[p]), odd, even);
  }
}

INLINE void OF(output_line, KIND)(const V *m, V *y) {
  V sums[PAIRS], differences[PAIRS];
  UNROLL for (int p = 0; p < PAIRS; p++) {
    sums[p] = m[2 * p + 1] + m[2 * p + 2];
    differences[p] = m[2 * p + 1] - m[2 * p + 2];
  }
  UNROLL for (int k = 0; k < M; k++) {
    V value = k == 0 ? m[0] : k == M - 1 ? m[SIDE - 1] : v_set(0);
    UNROLL for (int p = 0; p < PAIRS; p++) {
      float power = 1;
      UNROLL for (int i = 0; i < k; i++) { power *= OF(pairs, KIND)[p]; }
      value = v_fma(v_set(power), k % 2 == 0 ? sums[p] : differences[p], value);
    }
    y[k] = value;
  }
}

#undef KIND
#undef M
#undef PAIRS
#undef SIDE
