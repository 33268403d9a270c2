#include "threads/team.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "instructions/kernels.h"

enum {
  // Polls of the ticket before a worker goes to sleep: some 50 microseconds, longer than the gaps
  // between the phases of one operation.
  SPINS_BEFORE_SLEEP = 2000,
  // Polls of the count of finished tasks before the caller yields its core to others.
  SPINS_BEFORE_YIELD = 2000,
};

typedef struct worker {
  vgg_team *team;
  pthread_t thread;
  int index;
} worker;

// A job is handed out through `ticket`: its number in the upper half, the next task to be taken in the
// lower. Taking a task is a compare-and-swap of the whole, so a worker that wakes late cannot take a
// task of a job whose description it has only partly read.
struct vgg_team {
  int threads;
  vgg_isa isa;
  _Alignas(64) _Atomic uint64_t ticket;
  _Atomic(vgg_task *) run;
  _Atomic(void *) job;
  _Atomic int64_t tasks;
  _Alignas(64) _Atomic int64_t finished;
  _Alignas(64) _Atomic int sleepers;
  _Atomic bool ending;
  pthread_mutex_t mutex;
  pthread_cond_t wake;
  worker *workers;
};

static inline void pause_briefly(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

// Takes and runs tasks until none of the current job is left. Returns that job's number.
static uint32_t take_tasks(vgg_team *team, int thread) {
  uint64_t ticket = atomic_load_explicit(&team->ticket, memory_order_acquire);
  for (;;) {
    int64_t tasks = atomic_load_explicit(&team->tasks, memory_order_relaxed);
    vgg_task *run = atomic_load_explicit(&team->run, memory_order_relaxed);
    void *job = atomic_load_explicit(&team->job, memory_order_relaxed);
    int64_t task = (int64_t)(ticket & UINT32_MAX);
    if (task >= tasks) { return (uint32_t)(ticket >> 32); }
    if (!atomic_compare_exchange_weak_explicit(
            &team->ticket, &ticket, ticket + 1, memory_order_acq_rel, memory_order_acquire)) {
      continue;
    }
    run(job, thread, task);
    atomic_fetch_add_explicit(&team->finished, 1, memory_order_release);
    ticket = atomic_load_explicit(&team->ticket, memory_order_acquire);
  }
}

static bool has_news(vgg_team *team, uint32_t seen) {
  return (uint32_t)(atomic_load(&team->ticket) >> 32) != seen || atomic_load(&team->ending);
}

static void wait_for_news(vgg_team *team, uint32_t seen) {
  for (int spin = 0; spin < SPINS_BEFORE_SLEEP; spin++) {
    if (has_news(team, seen)) { return; }
    pause_briefly();
  }
  pthread_mutex_lock(&team->mutex);
  atomic_fetch_add(&team->sleepers, 1);
  while (!has_news(team, seen)) { pthread_cond_wait(&team->wake, &team->mutex); }
  atomic_fetch_sub(&team->sleepers, 1);
  pthread_mutex_unlock(&team->mutex);
}

static void wake_sleepers(vgg_team *team) {
  if (atomic_load(&team->sleepers) == 0) { return; }
  pthread_mutex_lock(&team->mutex);
  pthread_cond_broadcast(&team->wake);
  pthread_mutex_unlock(&team->mutex);
}

static void *work(void *argument) {
  worker *self = argument;
  vgg_team *team = self->team;
  uint32_t seen = 0;
  for (;;) {
    wait_for_news(team, seen);
    if (atomic_load(&team->ending)) { return NULL; }
    seen = take_tasks(team, self->index);
  }
}

void vgg_team_run(vgg_team *team, vgg_task *run, void *job, int64_t tasks) {
  if (team->threads == 1 || tasks <= 1) {
    for (int64_t task = 0; task < tasks; task++) { run(job, 0, task); }
    return;
  }
  // All tasks of the last job are taken, so nothing can be taken until the ticket is renewed.
  uint64_t number = (atomic_load_explicit(&team->ticket, memory_order_relaxed) >> 32) + 1;
  atomic_store_explicit(&team->run, run, memory_order_relaxed);
  atomic_store_explicit(&team->job, job, memory_order_relaxed);
  atomic_store_explicit(&team->finished, 0, memory_order_relaxed);
  atomic_store(&team->ticket, number << 32 | UINT32_MAX);
  atomic_store(&team->tasks, tasks);
  atomic_store(&team->ticket, (number + 1) << 32);
  wake_sleepers(team);
  take_tasks(team, 0);
  for (int spin = 0; atomic_load_explicit(&team->finished, memory_order_acquire) < tasks; spin++) {
    if (spin < SPINS_BEFORE_YIELD) { pause_briefly(); } else { sched_yield(); }
  }
}

vgg_team *vgg_team_create(int threads, vgg_isa isa) {
  if (threads < 1 || !vgg_isa_available(isa)) { return NULL; }
  vgg_team *team = aligned_alloc(64, (sizeof *team + 63) / 64 * 64);
  if (team == NULL) { return NULL; }
  *team = (vgg_team){.threads = 1, .isa = isa};
  team->workers = calloc((size_t)threads, sizeof *team->workers);
  if (team->workers == NULL) {
    free(team);
    return NULL;
  }
  pthread_mutex_init(&team->mutex, NULL);
  pthread_cond_init(&team->wake, NULL);
  for (int index = 1; index < threads; index++) {
    worker *worker = &team->workers[index];
    *worker = (struct worker){.team = team, .index = index};
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
      vgg_team_destroy(team);
      return NULL;
    }
    team->threads = index + 1;
  }
  return team;
}

void vgg_team_destroy(vgg_team *team) {
  if (team == NULL) { return; }
  pthread_mutex_lock(&team->mutex);
  atomic_store(&team->ending, true);
  pthread_cond_broadcast(&team->wake);
  pthread_mutex_unlock(&team->mutex);
  for (int index = 1; index < team->threads; index++) {
    pthread_join(team->workers[index].thread, NULL);
  }
  pthread_cond_destroy(&team->wake);
  pthread_mutex_destroy(&team->mutex);
  free(team->workers);
  free(team);
}

int vgg_team_threads(const vgg_team *team) { return team->threads; }

vgg_isa vgg_team_isa(const vgg_team *team) { return team->isa; }
