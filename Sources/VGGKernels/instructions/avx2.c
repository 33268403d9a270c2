#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx2,fma")))
#include "instructions/vector.h"

#define LANES 8
#define GROUP_ROWS 6
#define PANEL 16
#define LINEAR_BATCH 2
#define OUTER_ROWS 4
#define OUTER_BLOCKS 1
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

INLINE V v_sqrt(V x) { return (V)_mm256_sqrt_ps((__m256)x); }

/// The sum of each of four vectors.
INLINE void v_sums(const V *x, float *sums) {
  __m256 low = _mm256_hadd_ps((__m256)x[0], (__m256)x[1]);
  __m256 high = _mm256_hadd_ps((__m256)x[2], (__m256)x[3]);
  __m256 all = _mm256_hadd_ps(low, high);
  _mm_storeu_ps(sums, _mm_add_ps(_mm256_castps256_ps128(all), _mm256_extractf128_ps(all, 1)));
}

#include "instructions/kernels.inc.h"

#endif
