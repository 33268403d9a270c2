#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx2,fma")))
#include "vector.h"

#define LANES 8
#define GROUP_ROWS 6
#define PANEL 16
#define LINEAR_BATCH 2
#define TABLE vgg_kernels_avx2

typedef float V __attribute__((vector_size(32), may_alias));
typedef float UnalignedV __attribute__((vector_size(32), aligned(4), may_alias));

INLINE V v_set(float x) { return (V)_mm256_set1_ps(x); }

/// a * b + c, rounded once.
INLINE V v_fma(V a, V b, V c) { return (V)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c); }

/// max(x, 0); NaN stays NaN.
INLINE V v_relu(V x) { return (V)_mm256_max_ps(_mm256_setzero_ps(), (__m256)x); }

/// The larger; NaN if either is.
INLINE V v_max(V a, V b) {
  __m256 nan = _mm256_cmp_ps((__m256)a, (__m256)a, _CMP_UNORD_Q);
  return (V)_mm256_blendv_ps(_mm256_max_ps((__m256)a, (__m256)b), (__m256)a, nan);
}

INLINE float v_sum(V x) {
  float s[LANES];
  memcpy(s, &x, sizeof s);
  return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
}

#include "kernels.inc.h"

#endif
