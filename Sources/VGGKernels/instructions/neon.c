#if defined(__aarch64__)

#include <arm_neon.h>

#define TARGET
#include "instructions/vector.h"

#define LANES 4
#define GROUP_ROWS 6
#define PANEL 16
#define LINEAR_BATCH 4
#define OUTER_ROWS 4
#define OUTER_BLOCKS 1
#define TABLE vgg_kernels_neon

typedef float V __attribute__((vector_size(16), may_alias));
typedef float UnalignedV __attribute__((vector_size(16), aligned(4), may_alias));

INLINE V v_set(float x) { return (V)vdupq_n_f32(x); }

/// a * b + c, rounded once.
INLINE V v_fma(V a, V b, V c) {
  return (V)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
}

/// max(x, 0); NaN stays NaN.
INLINE V v_relu(V x) { return (V)vmaxq_f32(vdupq_n_f32(0), (float32x4_t)x); }

/// The larger; NaN if either is.
INLINE V v_max(V a, V b) { return (V)vmaxq_f32((float32x4_t)a, (float32x4_t)b); }

INLINE V v_sqrt(V x) { return (V)vsqrtq_f32((float32x4_t)x); }

/// The sum of each of four vectors.
INLINE void v_sums(const V *x, float *sums) {
  for (int i = 0; i < 4; i++) { sums[i] = (x[i][0] + x[i][2]) + (x[i][1] + x[i][3]); }
}

#include "instructions/kernels.inc.h"

#endif
