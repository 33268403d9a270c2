#include <time.h>

#include "instructions/kernels.h"
#include "threads/team.h"

enum {
  /// About ten milliseconds per thread.
  ROUNDS = 4 << 20,
  /// The number of trials, of which the best is taken: a stolen core only ever makes one slower.
  TRIALS = 5,
};

typedef struct peak_job {
  const vgg_kernels *kernels;
  /// Read by nobody; keeps the compiler from removing the work.
  volatile float result;
} peak_job;

static void multiply_and_add(void *job, int thread, int64_t task) {
  (void)thread;
  (void)task;
  peak_job *peak = job;
  float result = peak->kernels->multiply_adds(ROUNDS);
  if (result < 0) { peak->result = result; }
}

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double vgg_measure_peak(vgg_team *team) {
  peak_job job = {.kernels = vgg_kernels_of(vgg_team_isa(team)), .result = 0};
  // Threads beyond the number of processors add nothing but time.
  int threads = vgg_team_threads(team), processors = vgg_processors();
  if (processors < threads) { threads = processors; }
  double flops = 2.0 * ROUNDS * job.kernels->multiply_adds_a_round * threads;
  double best = 0;
  for (int trial = 0; trial < TRIALS; trial++) {
    double start = seconds_now();
    vgg_team_run(team, multiply_and_add, &job, threads);
    double rate = flops / (seconds_now() - start);
    if (rate > best) { best = rate; }
  }
  return best;
}
