#include "maps/blocked.h"
#include "instructions/kernels.h"

enum { PART = 1 << 15 };

typedef struct update_job {
  const vgg_kernels *kernels;
  const vgg_sgd *sgd;
  const vgg_adam *adam;
  size_t count;
  const float *gradients;
  float *first, *second, *weights;
  double *sums;
} update_job;

/// The numbers of a task that are a multiple of 16, and those after them, in memory with room for 16.
static size_t whole(const update_job *job, int64_t task) {
  return (size_t)smaller(PART, (int64_t)(job->count - (size_t)task * PART)) / VGG_BLOCK * VGG_BLOCK;
}

static void copy(size_t count, const float *from, float *to) {
  for (size_t i = 0; from != NULL && to != NULL && i < count; i++) { to[i] = from[i]; }
}

static void update(
    const update_job *job, size_t count, const float *gradients, float *first, float *second,
    float *weights) {
  if (job->sgd != NULL) {
    job->kernels->sgd(count, job->sgd, gradients, first, weights);
  } else {
    job->kernels->adam(count, job->adam, gradients, first, second, weights);
  }
}

static float *offset(float *base, size_t count) { return base == NULL ? NULL : base + count; }

static void update_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const update_job *job = argument;
  size_t start = (size_t)task * PART, count = whole(job, task);
  update(
      job, count, job->gradients + start, offset(job->first, start), offset(job->second, start),
      job->weights + start);
  size_t rest = (size_t)smaller(PART, (int64_t)(job->count - start)) - count;
  if (rest == 0) { return; }
  start += count;
  _Alignas(64) float gradients[VGG_BLOCK] = {0}, weights[VGG_BLOCK] = {0};
  _Alignas(64) float first[VGG_BLOCK] = {0}, second[VGG_BLOCK] = {0};
  copy(rest, job->gradients + start, gradients);
  copy(rest, job->weights + start, weights);
  copy(rest, offset(job->first, start), first);
  copy(rest, offset(job->second, start), second);
  update(job, VGG_BLOCK, gradients, job->first == NULL ? NULL : first, second, weights);
  copy(rest, weights, job->weights + start);
  copy(rest, first, offset(job->first, start));
  copy(rest, second, offset(job->second, start));
}

void vgg_sgd_update(
    vgg_team *team, const vgg_sgd *sgd, size_t count, const float *gradients, float *velocities,
    float *weights) {
  update_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .sgd = sgd,
      .count = count,
      .gradients = gradients,
      .first = velocities,
      .weights = weights,
  };
  vgg_team_run(team, update_part, &job, divided_up((int64_t)count, PART));
}

void vgg_adam_update(
    vgg_team *team, const vgg_adam *adam, size_t count, const float *gradients, float *first,
    float *second, float *weights) {
  update_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .adam = adam,
      .count = count,
      .gradients = gradients,
      .first = first,
      .second = second,
      .weights = weights,
  };
  vgg_team_run(team, update_part, &job, divided_up((int64_t)count, PART));
}

size_t vgg_squares_scratch_bytes(size_t count) {
  return (size_t)divided_up((int64_t)count, PART) * sizeof(double);
}

static void sum_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const update_job *job = argument;
  size_t start = (size_t)task * PART, count = whole(job, task);
  double sum = job->kernels->squares(count, job->gradients + start);
  for (size_t i = start + count; i < job->count && i < start + PART; i++) {
    sum += (double)job->gradients[i] * job->gradients[i];
  }
  job->sums[task] = sum;
}

double vgg_sum_of_squares(vgg_team *team, size_t count, const float *numbers, void *scratch) {
  update_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .count = count,
      .gradients = numbers,
      .sums = scratch,
  };
  int64_t parts = divided_up((int64_t)count, PART);
  vgg_team_run(team, sum_part, &job, parts);
  double sum = 0;
  for (int64_t part = 0; part < parts; part++) { sum += job.sums[part]; }
  return sum;
}
