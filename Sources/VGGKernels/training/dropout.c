#include "maps/blocked.h"
#include "VGGGradients.h"

enum { PLAIN_NUMBERS = 16384 };

/// Number `index` of SplitMix64 from the state `key`.
static inline uint64_t random_number(uint64_t key, uint64_t index) {
  uint64_t mixed = key + (index + 1) * 0x9e3779b97f4a7c15u;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
  return mixed ^ mixed >> 31;
}

typedef struct drop {
  uint64_t key;
  /// The bound below which an element's random number drops it.
  uint64_t limit;
  float factor;
} drop;

static drop drop_of(const vgg_dropout *dropout) {
  double limit = dropout->probability * 0x1p53;
  return (drop){dropout->key, (uint64_t)limit, (float)(1 / (1 - dropout->probability))};
}

static void drop_numbers(const drop *drop, uint64_t first, size_t count, const float *in, float *out) {
  for (size_t i = 0; i < count; i++) {
    bool kept = random_number(drop->key, first + i) >> 11 >= drop->limit;
    out[i] = kept ? in[i] * drop->factor : 0;
  }
}

typedef struct plain_job {
  drop drop;
  size_t count;
  const float *in;
  float *out;
} plain_job;

static void drop_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const plain_job *job = argument;
  size_t start = (size_t)task * PLAIN_NUMBERS;
  drop_numbers(
      &job->drop, start, (size_t)smaller(PLAIN_NUMBERS, (int64_t)(job->count - start)),
      job->in + start, job->out + start);
}

void vgg_dropout_plain(
    vgg_team *team, const vgg_dropout *dropout, size_t count, const float *in, float *out) {
  plain_job job = {drop_of(dropout), count, in, out};
  vgg_team_run(team, drop_part, &job, divided_up((int64_t)count, PLAIN_NUMBERS));
}

static void drop_plane(void *argument, int thread, int64_t task) {
  (void)thread;
  const vgg_planes_job *job = argument;
  const vgg_shape *in = job->in_shape, *out = job->out_shape;
  size_t row = (size_t)in->width * VGG_BLOCK;
  for (int64_t y = 0; y < in->height; y++) {
    drop_numbers(
        job->operation, ((uint64_t)task * in->height + y) * row, row,
        job->in + first_pixel(in, 0, task) + y * row_stride(in),
        job->out + first_pixel(out, 0, task) + y * row_stride(out));
  }
}

vgg_status vgg_dropout_blocked(
    vgg_team *team, const vgg_dropout *dropout, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out) {
  drop drop = drop_of(dropout);
  vgg_planes_job job = {in_shape, out_shape, in, out, &drop};
  return vgg_run_equal_planes(team, drop_plane, &job);
}
