#include "instructions/kernels.h"

bool vgg_isa_available(vgg_isa isa) {
  switch (isa) {
  case VGG_ISA_PORTABLE: return true;
#if defined(__x86_64__)
  case VGG_ISA_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case VGG_ISA_AVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
           && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
           && __builtin_cpu_supports("fma");
#elif defined(__aarch64__)
  case VGG_ISA_NEON: return true;
#endif
  default: return false;
  }
}

vgg_isa vgg_isa_best(void) {
  for (int isa = VGG_ISA_COUNT - 1; isa > VGG_ISA_PORTABLE; isa--) {
    if (vgg_isa_available((vgg_isa)isa)) { return (vgg_isa)isa; }
  }
  return VGG_ISA_PORTABLE;
}

const char *vgg_isa_name(vgg_isa isa) {
  switch (isa) {
  case VGG_ISA_PORTABLE: return "portable";
  case VGG_ISA_NEON: return "neon";
  case VGG_ISA_AVX2: return "avx2";
  case VGG_ISA_AVX512: return "avx512";
  }
  return "unknown";
}

bool vgg_kernels_are_optimised(void) {
#ifdef __OPTIMIZE__
  return true;
#else
  return false;
#endif
}

const vgg_kernels *vgg_kernels_of(vgg_isa isa) {
  switch (isa) {
#if defined(__x86_64__)
  case VGG_ISA_AVX2: return &vgg_kernels_avx2;
  case VGG_ISA_AVX512: return &vgg_kernels_avx512;
#elif defined(__aarch64__)
  case VGG_ISA_NEON: return &vgg_kernels_neon;
#endif
  default: return &vgg_kernels_portable;
  }
}
