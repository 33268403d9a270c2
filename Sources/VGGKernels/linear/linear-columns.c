// Fully connected layers for few vectors, skipping their common zeros. Weights are stored by columns, in panels
// of outputs that a page of memory holds, so that skipping a column saves all of its time.

#include <math.h>
#include <string.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

enum {
  /// Most outputs of a panel: a column of it fills a page of memory.
  MOST_WIDTH = 1024,
  /// The parts that the columns of a panel are summed in. Their number does not depend on the threads,
  /// so neither does the result.
  PARTS = 8,
  /// Columns of 4 KiB that stay in the second-level cache, and the most vectors that pass meanwhile.
  CACHED_COLUMNS = 64,
  MOST_VECTORS = 16,
  /// Rows and columns that are turned around at once.
  TURNED_ROWS = 16,
  TURNED_COLUMNS = 64,
};

static int64_t panels_of(int32_t outputs) { return divided_up(outputs, MOST_WIDTH); }

/// Outputs of a panel: the same number in all panels, the last with some that do not exist.
static int64_t width_of(int32_t outputs) {
  return divided_up(divided_up(outputs, panels_of(outputs)), VGG_BLOCK) * VGG_BLOCK;
}

/// Bytes of a panel's indices, rounded up so that sums may follow.
static size_t index_bytes(int32_t inputs) {
  return (size_t)divided_up((int64_t)inputs, VGG_BLOCK) * VGG_BLOCK * sizeof(int32_t);
}

size_t vgg_columns_bytes(int32_t inputs, int32_t outputs) {
  if (inputs < 1 || outputs < 1) { return 0; }
  int64_t floats = bounded_product(inputs, panels_of(outputs) * width_of(outputs));
  int64_t bytes = bounded_product(floats, sizeof(float));
  return bytes < 0 ? 0 : (size_t)bytes;
}

size_t vgg_columns_scratch_bytes(int32_t batch, int32_t inputs, int32_t outputs) {
  int64_t vectors = PARTS * panels_of(outputs) * smaller(batch, MOST_VECTORS);
  return index_bytes(inputs) + (size_t)vectors * odd_lines((size_t)width_of(outputs)) * sizeof(float);
}

// ------------------------------------------------------------------ packing

typedef struct pack_job {
  int64_t inputs, outputs, width, first, rows;
  const float *weights;
  float *packed;
  bool finite;
} pack_job;

/// Turns the rows of one group around; those past the last are zeros.
static void pack_rows(void *argument, int thread, int64_t task) {
  (void)thread;
  pack_job *job = argument;
  int64_t row = job->first + task * TURNED_ROWS, end = smaller(job->first + job->rows, job->outputs);
  int64_t count = larger(smaller(TURNED_ROWS, end - row), 0);
  float *panel = job->packed + row / job->width * job->inputs * job->width + row % job->width;
  const float *rows = job->weights + (row - job->first) * job->inputs;
  float sum = 0;
  for (int64_t start = 0; start < job->inputs; start += TURNED_COLUMNS) {
    int64_t columns = smaller(TURNED_COLUMNS, job->inputs - start);
    _Alignas(64) float turned[TURNED_COLUMNS][TURNED_ROWS] = {{0}};
    for (int64_t r = 0; r < count; r++) {
      const float *numbers = rows + r * job->inputs + start;
      for (int64_t c = 0; c < columns; c++) {
        turned[c][r] = numbers[c];
        sum += numbers[c] * 0;
      }
    }
    for (int64_t c = 0; c < columns; c++) {
      memcpy(panel + (start + c) * job->width, turned[c], sizeof turned[c]);
    }
  }
  // 0 as long as every number is finite.
  if (sum != 0) { __atomic_store_n(&job->finite, false, __ATOMIC_RELAXED); }
}

bool vgg_columns_pack(
    vgg_team *team, int32_t inputs, int32_t outputs, int32_t first, int32_t rows,
    const float *weights, float *packed) {
  pack_job job = {inputs, outputs, width_of(outputs), first, rows, weights, packed, true};
  // The last rows include the panel's rows that do not exist.
  if (first + rows == outputs) { job.rows = panels_of(outputs) * job.width - first; }
  vgg_team_run(team, pack_rows, &job, divided_up(job.rows, TURNED_ROWS));
  return job.finite;
}

// ------------------------------------------------------------------ computing

typedef struct columns_job {
  const vgg_kernels *kernels;
  int64_t batch, inputs, outputs, width;
  bool relu;
  const vgg_activation *activation;
  int32_t count;
  const int32_t *indices;
  const float *packed, *bias, *x;
  float *sums, *y;
  size_t sums_stride;
} columns_job;

/// One part of one panel, for all vectors: a few columns at a time, which stay in the second-level cache
/// while every vector passes.
static void sum_part(void *argument, int thread, int64_t task) {
  (void)thread;
  const columns_job *job = argument;
  int64_t panel = task / PARTS, part = task % PARTS;
  int64_t from = job->count * part / PARTS, to = job->count * (part + 1) / PARTS;
  float *sums = job->sums + task * job->batch * job->sums_stride;
  memset(sums, 0, job->batch * job->sums_stride * sizeof(float));
  int64_t step = job->batch > COLUMN_BATCH ? CACHED_COLUMNS : to - from;
  int64_t groups = divided_up(job->batch, COLUMN_BATCH);
  for (int64_t start = from; start < to; start += step) {
    for (int64_t group = 0; group < groups; group++) {
      int64_t first = part_start(job->batch, groups, group);
      int64_t last = part_start(job->batch, groups, group + 1);
      vgg_column_sum sum = {
          .matrix = job->packed + panel * job->inputs * job->width,
          .width = (int)job->width,
          .stride = (size_t)job->width,
          .count = (int)smaller(step, to - start),
          .indices = job->indices + start,
          .images = (int)(last - first),
          .inputs = (size_t)job->inputs,
          .x = job->x + first * job->inputs,
          .sums = sums + first * job->sums_stride,
          .sums_stride = job->sums_stride,
      };
      job->kernels->columns(&sum);
    }
  }
}

/// Adds up the parts of one panel for one vector.
static void add_parts(void *argument, int thread, int64_t task) {
  (void)thread;
  const columns_job *job = argument;
  int64_t panel = task / job->batch, image = task % job->batch;
  int64_t start = panel * job->width, count = smaller(job->width, job->outputs - start);
  const float *sums = job->sums + (panel * PARTS * job->batch + image) * job->sums_stride;
  float *y = job->y + image * job->outputs + start;
  for (int64_t o = 0; o < count; o++) {
    float value = job->bias == NULL ? 0 : job->bias[start + o];
    for (int64_t part = 0; part < PARTS; part++) {
      value += sums[part * job->batch * job->sums_stride + o];
    }
    y[o] = job->relu && value < 0 ? 0 : value;
  }
  if (job->activation != NULL) { job->kernels->activate(job->activation, (size_t)count, y, y); }
}

/// The indices of the numbers that are not zero in every vector; returns how many there are.
static int32_t indices_of(int32_t inputs, int64_t batch, const float *x, int32_t *indices) {
  int32_t count = 0;
  for (int32_t i = 0; i < inputs; i++) {
    bool used = false;
    for (int64_t n = 0; n < batch && !used; n++) { used = x[n * inputs + i] != 0; }
    indices[count] = i;
    count += used;
  }
  return count;
}

vgg_status vgg_linear_columns(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *packed, const float *bias, const float *x, float *y,
    void *scratch) {
  if (batch < 1 || inputs < 1 || outputs < 1) { return VGG_INVALID; }
  int32_t *indices = scratch;
  columns_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .inputs = inputs,
      .outputs = outputs,
      .width = width_of(outputs),
      .sums_stride = odd_lines((size_t)width_of(outputs)),
      .relu = relu,
      .activation = activation,
      .indices = indices,
      .packed = packed,
      .bias = bias,
      .sums = (float *)((char *)scratch + index_bytes(inputs)),
  };
  for (int64_t image = 0; image < batch; image += MOST_VECTORS) {
    job.batch = smaller(MOST_VECTORS, batch - image);
    job.x = x + image * inputs;
    job.y = y + image * outputs;
    job.count = indices_of(inputs, job.batch, job.x, indices);
    vgg_team_run(team, sum_part, &job, panels_of(outputs) * PARTS);
    vgg_team_run(team, add_parts, &job, panels_of(outputs) * job.batch);
  }
  return VGG_OK;
}
