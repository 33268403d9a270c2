// Declarations that the templated kernels (`*.inc.h`) share before the vector type is chosen.

#ifndef VGG_VECTOR_H
#define VGG_VECTOR_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "instructions/kernels.h"

// Vectors are passed between inlined functions of one instruction set only.
#pragma GCC diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline)) TARGET

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#define SANITIZED __has_feature(address_sanitizer)
#else
#define SANITIZED 0
#endif

// Loops over register arrays. A sanitizer's checks in unrolled loops would take minutes to compile.
#if SANITIZED
#define UNROLL
#elif defined(__clang__)
#define UNROLL _Pragma("clang loop unroll(full)")
#else
#define UNROLL _Pragma("GCC unroll 32")
#endif

#endif
