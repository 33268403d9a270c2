// The processor's instruction for CRC-32C, which Swift cannot name; the type CRC32C of VGGFiles is built on it.
//
// The functions are inline, so that there is no C source to compile. They take and return the checksum's register, the
// checksum with every bit inverted. The last two may be called only where the first returns 1.
#pragma once

#include <stdint.h>
#include <string.h>

typedef struct {
  uint32_t first, second, third;
} crc32c_registers;

#if defined(__x86_64__)
  #include <immintrin.h>
  #define CRC32C_TARGET __attribute__((target("sse4.2")))
  #define CRC32C_WORD(crc, word) _mm_crc32_u64(crc, word)
  #define CRC32C_BYTE(crc, byte) _mm_crc32_u8((uint32_t)(crc), byte)
typedef uint64_t crc32c_register;
#elif defined(__ARM_FEATURE_CRC32)
  #include <arm_acle.h>
  #define CRC32C_TARGET
  #define CRC32C_WORD(crc, word) __crc32cd(crc, word)
  #define CRC32C_BYTE(crc, byte) __crc32cb(crc, byte)
typedef uint32_t crc32c_register;
#endif

#ifdef CRC32C_TARGET

/// Whether this processor has the instruction.
static inline int crc32c_is_available(void) {
  #if defined(__x86_64__)
  return __builtin_cpu_supports("sse4.2") != 0;
  #else
  return 1;
  #endif
}

static inline CRC32C_TARGET uint64_t crc32c_load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// The register after `count` bytes.
static inline CRC32C_TARGET uint32_t
crc32c_bytes(uint32_t crc, const uint8_t *bytes, long count) {
  crc32c_register value = crc;
  for (; count >= 8; bytes += 8, count -= 8) value = CRC32C_WORD(value, crc32c_load(bytes));
  for (; count > 0; bytes++, count--) value = CRC32C_BYTE(value, *bytes);
  return (uint32_t)value;
}

/// The registers of three stripes of `count` bytes each, one stripe after the other in memory; the first continues from
/// `crc`, the others begin with 0. `count` is a multiple of 8. The instruction takes three cycles, but one can begin in
/// every cycle.
static inline CRC32C_TARGET crc32c_registers
crc32c_stripes(uint32_t crc, const uint8_t *bytes, long count) {
  crc32c_register first = crc, second = 0, third = 0;
  for (const uint8_t *end = bytes + count; bytes < end; bytes += 8) {
    first = CRC32C_WORD(first, crc32c_load(bytes));
    second = CRC32C_WORD(second, crc32c_load(bytes + count));
    third = CRC32C_WORD(third, crc32c_load(bytes + 2 * count));
  }
  return (crc32c_registers){(uint32_t)first, (uint32_t)second, (uint32_t)third};
}

#else

static inline int crc32c_is_available(void) { return 0; }

static inline uint32_t crc32c_bytes(uint32_t crc, const uint8_t *bytes, long count) {
  (void)bytes, (void)count;
  return crc;
}

static inline crc32c_registers
crc32c_stripes(uint32_t crc, const uint8_t *bytes, long count) {
  (void)bytes, (void)count;
  return (crc32c_registers){crc, 0, 0};
}

#endif
