#if defined(__linux__)
#define _GNU_SOURCE
#include <sched.h>
#endif
#include <unistd.h>

#include "VGGKernels.h"

int vgg_processors(void) {
#if defined(__linux__)
  // The processors that `taskset` and containers allow, if the set can hold all of the system's.
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) { return CPU_COUNT(&set); }
#endif
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}
