// What the templated kernels (`*.inc.h`) share before the vector type is chosen.

#ifndef VGG_VECTOR_H
#define VGG_VECTOR_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "kernels.h"

// Vectors are passed between inlined functions of one instruction set only.
#pragma GCC diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline)) TARGET

#if defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

#endif
