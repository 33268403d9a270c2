// Gradients of fully connected layers: sums of outer products and, for the inputs of few vectors, of rows of weights. Vectors are packed in blocks of 16 of
// their numbers, [block][vector][16], and for the input's gradient in blocks of 16 vectors,
// [block][number][16].

#include <stdint.h>
#include <string.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

enum {
  /// The input's gradient: columns of weights that a task takes, rows that are packed at a time,
  /// vectors that are summed meanwhile. Weights and sums stay in the second-level cache.
  COLUMNS = 256,
  DEPTH = 128,
  VECTORS = 128,
  /// Rows by which weights are fetched before they are packed.
  ROWS_AHEAD = 6,
  /// The weights' gradient: inputs of a task.
  TASK_INPUTS = 4096,
};

typedef struct linear_job {
  const vgg_kernels *kernels;
  int64_t batch, inputs, outputs, input_parts;
  const float *x, *gradient, *weights;
  float *x_gradient, *weight_gradient;
  /// Packed inputs, and gradients.
  float *packed_x, *packed_gradient;
  float *scratch;
} linear_job;

static size_t task_floats(void) { return (size_t)COLUMNS * (DEPTH + VECTORS); }

size_t vgg_linear_gradient_scratch_bytes(
    int threads, int32_t batch, int32_t inputs, int32_t outputs) {
  size_t weights = (size_t)(blocks_of(inputs) + blocks_of(outputs)) * VGG_BLOCK * batch;
  size_t input = (size_t)blocks_of(batch) * VGG_BLOCK * outputs + threads * task_floats();
  return (weights > input ? weights : input) * sizeof(float);
}

// Packs 16 numbers of every vector, zeros after the last.
static void pack_numbers(
    int64_t batch, int64_t count, int64_t block, const float *vectors, float *packed) {
  int64_t start = block * VGG_BLOCK, existing = smaller(VGG_BLOCK, count - start);
  packed += block * batch * VGG_BLOCK;
  for (int64_t n = 0; n < batch; n++, packed += VGG_BLOCK) {
    memcpy(packed, vectors + n * count + start, (size_t)existing * sizeof(float));
    memset(packed + existing, 0, (size_t)(VGG_BLOCK - existing) * sizeof(float));
  }
}

// ------------------------------------------------------------------ weights

static void pack_both(void *argument, int thread, int64_t task) {
  (void)thread;
  const linear_job *job = argument;
  int64_t blocks = blocks_of(job->inputs);
  if (task < blocks) {
    pack_numbers(job->batch, job->inputs, task, job->x, job->packed_x);
  } else {
    pack_numbers(job->batch, job->outputs, task - blocks, job->gradient, job->packed_gradient);
  }
}

// The weights of 16 outputs and some of the inputs.
static void add_weights(void *argument, int thread, int64_t task) {
  (void)thread;
  const linear_job *job = argument;
  int64_t out_block = task / job->input_parts, first = task % job->input_parts * TASK_INPUTS;
  int64_t last = smaller(first + TASK_INPUTS, job->inputs), step = job->kernels->outer_rows;
  int64_t rows = smaller(VGG_BLOCK, job->outputs - out_block * VGG_BLOCK);
  const float *gradient = job->packed_gradient + out_block * job->batch * VGG_BLOCK;
  for (int64_t row = 0; row < rows; row += step) {
    int count = (int)smaller(step, rows - row);
    for (int64_t i = first; i < last;) {
      int blocks = (int)smaller(job->kernels->outer_blocks, (last - i) / VGG_BLOCK);
      _Alignas(64) float edge[VGG_BLOCK * VGG_BLOCK];
      float *weights = job->weight_gradient + (out_block * VGG_BLOCK + row) * job->inputs + i;
      vgg_outer outer = {
          .depth = (int)job->batch,
          .a = gradient + row,
          .a_stride = VGG_BLOCK,
          .b = job->packed_x + i / VGG_BLOCK * job->batch * VGG_BLOCK,
          .b_stride = VGG_BLOCK,
          .b_block_stride = (size_t)job->batch * VGG_BLOCK,
          .c = blocks == 0 ? edge : weights,
          .c_stride = blocks == 0 ? VGG_BLOCK : (size_t)job->inputs,
          .c_block_stride = VGG_BLOCK,
      };
      job->kernels->outer(count, (int)larger(blocks, 1), &outer);
      for (int r = 0; blocks == 0 && r < count; r++) {
        memcpy(
            weights + r * job->inputs, edge + r * VGG_BLOCK, (size_t)(last - i) * sizeof(float));
      }
      i += larger(blocks, 1) * VGG_BLOCK;
    }
  }
}

vgg_status vgg_linear_weight_gradient(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, const float *x,
    const float *gradient, float *weights, float *bias, void *scratch) {
  if (batch < 1 || inputs < 1 || outputs < 1) { return VGG_INVALID; }
  linear_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .batch = batch,
      .inputs = inputs,
      .outputs = outputs,
      .input_parts = divided_up(inputs, TASK_INPUTS),
      .x = x,
      .gradient = gradient,
      .weight_gradient = weights,
      .packed_x = scratch,
  };
  job.packed_gradient = job.packed_x + blocks_of(inputs) * VGG_BLOCK * batch;
  vgg_team_run(team, pack_both, &job, blocks_of(inputs) + blocks_of(outputs));
  vgg_team_run(team, add_weights, &job, blocks_of(outputs) * job.input_parts);
  for (int32_t o = 0; bias != NULL && o < outputs; o++) {
    float sum = 0;
    for (int32_t n = 0; n < batch; n++) { sum += gradient[(size_t)n * outputs + o]; }
    bias[o] = sum;
  }
  return VGG_OK;
}

// ------------------------------------------------------------------ input

// Turns the gradients of 16 vectors around.
static void pack_vectors(void *argument, int thread, int64_t block) {
  (void)thread;
  const linear_job *job = argument;
  int64_t vectors = smaller(VGG_BLOCK, job->batch - block * VGG_BLOCK);
  const float *from = job->gradient + block * VGG_BLOCK * job->outputs;
  float *to = job->packed_gradient + block * VGG_BLOCK * job->outputs;
  for (int64_t o = 0; o < job->outputs; o++) {
    for (int64_t n = 0; n < VGG_BLOCK; n++) {
      *to++ = n < vectors ? from[n * job->outputs + o] : 0;
    }
  }
}

// Packs `rows` rows of up to COLUMNS columns: [block of columns][row][16].
static void pack_weights(const linear_job *job, int64_t row, int64_t rows, int64_t column, float *to) {
  int64_t columns = smaller(COLUMNS, job->inputs - column);
  for (int64_t r = 0; r < rows; r++) {
    const float *from = job->weights + (row + r) * job->inputs + column;
    int64_t ahead = row + r + ROWS_AHEAD < job->outputs ? ROWS_AHEAD * job->inputs : 0;
    for (int64_t c = 0; c < columns; c += VGG_BLOCK) {
      __builtin_prefetch(from + ahead + c, 0, 3);
      float *block = to + c * DEPTH + r * VGG_BLOCK;
      size_t count = (size_t)smaller(VGG_BLOCK, columns - c);
      if (count == VGG_BLOCK) {
        memcpy(block, from + c, VGG_BLOCK * sizeof(float));
      } else {
        memset(block, 0, VGG_BLOCK * sizeof(float));
        memcpy(block, from + c, count * sizeof(float));
      }
    }
  }
}

// Adds the products of packed rows to the sums, [block of columns][vector][16].
static void add_rows(
    const linear_job *job, int64_t vector, int64_t vectors, int64_t row, int64_t rows,
    int64_t blocks, const float *weights, float *sums) {
  int64_t step = job->kernels->outer_rows;
  for (int64_t n = 0; n < vectors; n += step) {
    for (int64_t block = 0; block < blocks; block += job->kernels->outer_blocks) {
      int64_t first = vector + n;
      vgg_outer outer = {
          .depth = (int)rows,
          .a = job->packed_gradient + first / VGG_BLOCK * VGG_BLOCK * job->outputs
               + row * VGG_BLOCK + first % VGG_BLOCK,
          .a_stride = VGG_BLOCK,
          .b = weights + block * DEPTH * VGG_BLOCK,
          .b_stride = VGG_BLOCK,
          .b_block_stride = DEPTH * VGG_BLOCK,
          .c = sums + (block * VECTORS + n) * VGG_BLOCK,
          .c_stride = VGG_BLOCK,
          .c_block_stride = VECTORS * VGG_BLOCK,
          .accumulate = row > 0,
      };
      job->kernels->outer(
          (int)smaller(step, vectors - n),
          (int)smaller(job->kernels->outer_blocks, blocks - block), &outer);
    }
  }
}

// COLUMNS numbers of every vector's gradient.
static void add_columns(void *argument, int thread, int64_t task) {
  const linear_job *job = argument;
  int64_t column = task * COLUMNS, columns = smaller(COLUMNS, job->inputs - column);
  float *weights = job->scratch + thread * task_floats(), *sums = weights + COLUMNS * DEPTH;
  for (int64_t vector = 0; vector < job->batch; vector += VECTORS) {
    int64_t vectors = smaller(VECTORS, job->batch - vector);
    for (int64_t row = 0; row < job->outputs; row += DEPTH) {
      int64_t rows = smaller(DEPTH, job->outputs - row);
      pack_weights(job, row, rows, column, weights);
      add_rows(job, vector, vectors, row, rows, blocks_of(columns), weights, sums);
    }
    for (int64_t n = 0; n < vectors; n++) {
      for (int64_t c = 0; c < columns; c += VGG_BLOCK) {
        memcpy(
            job->x_gradient + (vector + n) * job->inputs + column + c,
            sums + (c / VGG_BLOCK * VECTORS + n) * VGG_BLOCK,
            (size_t)smaller(VGG_BLOCK, columns - c) * sizeof(float));
      }
    }
  }
}

// ------------------------------------------------------------------ input, few vectors

enum {
  /// The most vectors for which it is faster to add rows of weights where they are. The rows of outputs whose gradients are
  /// zero in every vector, as behind a ReLU, are not read.
  FEW_VECTORS = 3,
  /// Numbers of a row that are added at once: a page of memory.
  ROW_PART = 1024,
};

typedef struct rows_job {
  const linear_job *linear;
  const int32_t *indices;
  int32_t count;
} rows_job;

/// A part of every vector's gradient.
static void add_row_parts(void *argument, int thread, int64_t task) {
  (void)thread;
  const rows_job *job = argument;
  const linear_job *linear = job->linear;
  int64_t start = task * ROW_PART;
  int64_t width = smaller(ROW_PART, linear->inputs - start);
  for (int64_t n = 0; n < linear->batch; n++) {
    memset(linear->x_gradient + n * linear->inputs + start, 0, (size_t)width * sizeof(float));
  }
  // The rows are the columns of the transposed matrix.
  vgg_column_sum sum = {
      .matrix = linear->weights + start,
      .width = (int)width,
      .stride = (size_t)linear->inputs,
      .count = job->count,
      .indices = job->indices,
      .images = (int)linear->batch,
      .inputs = (size_t)linear->outputs,
      .x = linear->gradient,
      .sums = linear->x_gradient + start,
      .sums_stride = (size_t)linear->inputs,
  };
  linear->kernels->columns(&sum);
}

static void add_few_vectors(vgg_team *team, const linear_job *linear, int32_t *indices) {
  rows_job job = {.linear = linear, .indices = indices};
  for (int64_t o = 0; o < linear->outputs; o++) {
    bool used = false;
    for (int64_t n = 0; n < linear->batch && !used; n++) {
      used = linear->gradient[n * linear->outputs + o] != 0;
    }
    indices[job.count] = (int32_t)o;
    job.count += used;
  }
  vgg_team_run(team, add_row_parts, &job, divided_up(linear->inputs, ROW_PART));
}

vgg_status vgg_linear_input_gradient(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, const float *weights,
    const float *gradient, float *x_gradient, void *scratch) {
  if (batch < 1 || inputs < 1 || outputs < 1) { return VGG_INVALID; }
  linear_job job = {
      .kernels = vgg_kernels_of(vgg_team_isa(team)),
      .batch = batch,
      .inputs = inputs,
      .outputs = outputs,
      .gradient = gradient,
      .weights = weights,
      .x_gradient = x_gradient,
      .packed_gradient = scratch,
  };
  bool aligned = ((uintptr_t)weights | (uintptr_t)x_gradient) % VGG_ALIGNMENT == 0;
  if (batch <= FEW_VECTORS && inputs % VGG_BLOCK == 0 && aligned) {
    add_few_vectors(team, &job, scratch);
    return VGG_OK;
  }
  job.scratch = job.packed_gradient + blocks_of(batch) * VGG_BLOCK * outputs;
  vgg_team_run(team, pack_vectors, &job, blocks_of(batch));
  vgg_team_run(team, add_columns, &job, divided_up(inputs, COLUMNS));
  return VGG_OK;
}
