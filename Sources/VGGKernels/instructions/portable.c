#include <math.h>

#define TARGET
#include "instructions/vector.h"

#define LANES 4
#define GROUP_ROWS 2
#define PANEL 16
#define LINEAR_BATCH 2
#define OUTER_ROWS 2
#define OUTER_BLOCKS 1
#define TABLE vgg_kernels_portable

typedef float V __attribute__((vector_size(16), may_alias));
typedef float UnalignedV __attribute__((vector_size(16), aligned(4), may_alias));
typedef int32_t Mask __attribute__((vector_size(16), may_alias));

INLINE V v_set(float x) { return (V){x, x, x, x}; }

INLINE V v_fma(V a, V b, V c) { return a * b + c; }

INLINE V v_select(Mask mask, V a, V b) { return (V)((mask & (Mask)a) | (~mask & (Mask)b)); }

/// max(x, 0); NaN stays NaN.
INLINE V v_relu(V x) { return v_select((Mask)(x < (V){0}), (V){0}, x); }

/// The larger; NaN if either is.
INLINE V v_max(V a, V b) { return v_select((Mask)(a > b) | (Mask)(a != a), a, b); }

INLINE V v_sqrt(V x) { return (V){sqrtf(x[0]), sqrtf(x[1]), sqrtf(x[2]), sqrtf(x[3])}; }

/// The sum of each of four vectors.
INLINE void v_sums(const V *x, float *sums) {
  for (int i = 0; i < 4; i++) { sums[i] = (x[i][0] + x[i][2]) + (x[i][1] + x[i][3]); }
}

#include "instructions/kernels.inc.h"
