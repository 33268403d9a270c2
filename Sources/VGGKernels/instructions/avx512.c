#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma")))
#include "instructions/vector.h"

#define LANES 16
#define GROUP_ROWS 14
#define PANEL 32
#define LINEAR_BATCH 6
#define OUTER_ROWS 8
#define OUTER_BLOCKS 2
#define TABLE vgg_kernels_avx512

typedef float V __attribute__((vector_size(64), may_alias));
typedef float UnalignedV __attribute__((vector_size(64), aligned(4), may_alias));

INLINE V v_set(float x) { return (V)_mm512_set1_ps(x); }

/// a * b + c, rounded once.
INLINE V v_fma(V a, V b, V c) { return (V)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c); }

/// max(x, 0); NaN stays NaN.
INLINE V v_relu(V x) { return (V)_mm512_max_ps(_mm512_setzero_ps(), (__m512)x); }

/// The larger; NaN if either is.
INLINE V v_max(V a, V b) {
  __mmask16 nan = _mm512_cmp_ps_mask((__m512)a, (__m512)a, _CMP_UNORD_Q);
  return (V)_mm512_mask_mov_ps(_mm512_max_ps((__m512)a, (__m512)b), nan, (__m512)a);
}

/// The lanes of x that `lanes` selects.
INLINE V v_permute(V x, const int32_t *lanes) {
  return (V)_mm512_permutexvar_ps(_mm512_load_si512(lanes), (__m512)x);
}
#define HAS_PERMUTE

INLINE V v_sqrt(V x) { return (V)_mm512_sqrt_ps((__m512)x); }

INLINE __m256 v_fold(V x) {
  return _mm256_add_ps(
      _mm512_castps512_ps256((__m512)x), _mm512_extractf32x8_ps((__m512)x, 1));
}

/// The sum of each of four vectors.
INLINE void v_sums(const V *x, float *sums) {
  __m256 low = _mm256_hadd_ps(v_fold(x[0]), v_fold(x[1]));
  __m256 high = _mm256_hadd_ps(v_fold(x[2]), v_fold(x[3]));
  __m256 all = _mm256_hadd_ps(low, high);
  _mm_storeu_ps(sums, _mm_add_ps(_mm256_castps256_ps128(all), _mm256_extractf128_ps(all, 1)));
}

#include "instructions/kernels.inc.h"

#endif
