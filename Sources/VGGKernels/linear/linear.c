// Fully connected layers. A single vector reads the weights row by row at the speed of memory. For a batch
// the work is divided into blocks of rows x depth that stay in the second-level cache while every vector of
// the batch passes, so that weights come from memory once.

#include "maps/blocked.h"
#include "instructions/kernels.h"

enum {
  /// Rows that a task takes for a single vector: few enough to spread, enough to stream.
  SINGLE_ROWS = 16,
  /// The most for a batch, whose vectors are packed again for every task; with LINEAR_DEPTH this makes
  /// blocks of 288 KiB.
  BATCH_ROWS = 96,
  TASKS_PER_THREAD = 4,
};

typedef struct linear_job {
  const vgg_kernels *kernels;
  int64_t batch, inputs, outputs, rows;
  bool relu;
  const vgg_activation *activation;
  const float *weights, *bias, *x;
  float *y;
} linear_job;

static int64_t rows_of_task(const vgg_team *team, int32_t batch, int32_t outputs) {
  if (batch == 1) { return SINGLE_ROWS; }
  int64_t even = divided_up(outputs, (int64_t)TASKS_PER_THREAD * vgg_team_threads(team));
  return larger(smaller(divided_up(even, 4) * 4, BATCH_ROWS), SINGLE_ROWS);
}

static void linear_rows(void *argument, int thread, int64_t task) {
  (void)thread;
  const linear_job *job = argument;
  int64_t start = task * job->rows, rows = smaller(job->rows, job->outputs - start);
  int64_t step = job->batch == 1 ? job->inputs : LINEAR_DEPTH;
  for (int64_t k = 0; k < job->inputs; k += step) {
    vgg_linear_block block = {
        .depth = (int)smaller(step, job->inputs - k),
        .inputs = (size_t)job->inputs,
        .outputs = (size_t)job->outputs,
        .rows = (int)rows,
        .batch = (int)job->batch,
        .weights = job->weights + start * job->inputs + k,
        .x = job->x + k,
        .y = job->y + start,
        .accumulate = k > 0,
    };
    job->kernels->linear(&block);
  }
  for (int64_t n = 0; n < job->batch; n++) {
    float *y = job->y + n * job->outputs + start;
    for (int64_t row = 0; row < rows; row++) {
      float value = job->bias == NULL ? y[row] : y[row] + job->bias[start + row];
      y[row] = job->relu && value < 0 ? 0 : value;
    }
    if (job->activation != NULL) { job->kernels->activate(job->activation, (size_t)rows, y, y); }
  }
}

vgg_status vgg_linear(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *weights, const float *bias, const float *x,
    float *y) {
  if (batch < 1 || inputs < 1 || outputs < 1) { return VGG_INVALID; }
  linear_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .batch = batch,
      .inputs = inputs,
      .outputs = outputs,
      .rows = rows_of_task(team, batch, outputs),
      .relu = relu,
      .activation = activation,
      .weights = weights,
      .bias = bias,
      .x = x,
      .y = y,
  };
  vgg_team_run(team, linear_rows, &job, divided_up(outputs, job.rows));
  return VGG_OK;
}
