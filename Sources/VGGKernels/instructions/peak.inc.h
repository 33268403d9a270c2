// The most multiply-adds that the processor can do.

// Sums that do not wait for each other: more than a multiply-add's latency times its throughput.
#define CHAINS 12

static TARGET float multiply_adds(int64_t rounds) {
  V sums[CHAINS], factor = v_set(0.5f), summand = v_set(1);
  UNROLL for (int chain = 0; chain < CHAINS; chain++) { sums[chain] = v_set((float)chain); }
  for (int64_t round = 0; round < rounds; round++) {
    UNROLL for (int chain = 0; chain < CHAINS; chain++) {
      sums[chain] = v_fma(sums[chain], factor, summand);
    }
  }
  V all = sums[0];
  UNROLL for (int chain = 1; chain < CHAINS; chain++) { all = all + sums[chain]; }
  return all[0];
}
