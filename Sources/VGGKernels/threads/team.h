// Threads that share the tasks of one job after another.

#ifndef VGG_TEAM_H
#define VGG_TEAM_H

#include "VGGKernels.h"

/// Computes one task of a job. `thread` is below the team's thread count, and no two calls that run at
/// once have the same.
typedef void vgg_task(void *job, int thread, int64_t task);

/// Runs the tasks 0 ..< `tasks`, each once, on whichever threads are free, and returns when all are
/// done; their writes are then visible to the caller. `tasks` is below 2^32.
void vgg_team_run(vgg_team *team, vgg_task *run, void *job, int64_t tasks);

#endif
