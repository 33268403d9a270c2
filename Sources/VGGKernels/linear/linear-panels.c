// Fully connected layers for many vectors, with the micro-kernel of Winograd's products: weights are stored in
// panels of outputs, and each part of a panel's depth stays in the first-level cache while all vectors
// pass.

#include <string.h>

#include "maps/blocked.h"
#include "instructions/kernels.h"

enum {
  /// Numbers of the depth that are summed at once: a panel's weights for them fill half of a first-level cache.
  PART_DEPTH = 256,
};

static int64_t panels_of(vgg_isa isa, int32_t outputs) {
  return divided_up(outputs, vgg_kernels_of(isa)->panel);
}

/// Floats of a vector that is packed: whole blocks.
static int64_t depth_of(int32_t inputs) { return blocks_of(inputs) * VGG_BLOCK; }

/// Floats of one panel's results for all vectors.
static size_t result_floats(vgg_isa isa, int32_t batch) {
  return odd_lines((size_t)batch * vgg_kernels_of(isa)->panel);
}

size_t vgg_panels_bytes(vgg_isa isa, int32_t inputs, int32_t outputs) {
  if (inputs < 1 || outputs < 1) { return 0; }
  int64_t floats = bounded_product(inputs, panels_of(isa, outputs) * vgg_kernels_of(isa)->panel);
  int64_t bytes = bounded_product(floats, sizeof(float));
  return bytes < 0 ? 0 : (size_t)bytes;
}

size_t vgg_panels_scratch_bytes(vgg_isa isa, int threads, int32_t batch, int32_t inputs) {
  size_t part = MAX_GROUP_ROWS * MAX_PANEL;
  return ((size_t)batch * depth_of(inputs) + threads * (result_floats(isa, batch) + part))
         * sizeof(float);
}

// ------------------------------------------------------------------ packing

typedef struct pack_job {
  int64_t inputs, panel, rows;
  const float *weights;
  float *packed;
} pack_job;

/// Turns the rows of one panel around; those past the last are zeros.
static void pack_panel(void *argument, int thread, int64_t task) {
  (void)thread;
  const pack_job *job = argument;
  int64_t first = task * job->panel, count = smaller(job->panel, job->rows - first);
  const float *rows = job->weights + first * job->inputs;
  float *packed = job->packed + first * job->inputs;
  for (int64_t k = 0; k < job->inputs; k++) {
    for (int64_t row = 0; row < job->panel; row++) {
      packed[k * job->panel + row] = row < count ? rows[row * job->inputs + k] : 0;
    }
  }
}

void vgg_panels_pack(
    vgg_team *team, int32_t inputs, int32_t first, int32_t rows, const float *weights,
    float *packed) {
  int64_t panel = vgg_kernels_of(vgg_team_isa(team))->panel;
  pack_job job = {inputs, panel, rows, weights, packed + (int64_t)first * inputs};
  vgg_team_run(team, pack_panel, &job, divided_up(rows, panel));
}

// ------------------------------------------------------------------ computing

typedef struct panels_job {
  const vgg_kernels *kernels;
  int64_t batch, inputs, outputs, groups;
  size_t result_floats;
  bool relu;
  const vgg_activation *activation;
  const float *packed, *bias, *x;
  float *vectors, *sums, *y;
} panels_job;

static int64_t group_start(const panels_job *job, int64_t group) {
  return part_start(job->batch, job->groups, group);
}

/// The start of the packed vectors of a group, which are blocked by 16 of the depth.
static float *vectors_of(const panels_job *job, int64_t group) {
  return job->vectors + group_start(job, group) * depth_of((int32_t)job->inputs);
}

static void pack_vectors(void *argument, int thread, int64_t group) {
  (void)thread;
  const panels_job *job = argument;
  int64_t first = group_start(job, group), rows = group_start(job, group + 1) - first;
  float *packed = vectors_of(job, group);
  for (int64_t start = 0; start < job->inputs; start += VGG_BLOCK) {
    size_t count = (size_t)smaller(VGG_BLOCK, job->inputs - start);
    for (int64_t row = 0; row < rows; row++, packed += VGG_BLOCK) {
      memcpy(packed, job->x + (first + row) * job->inputs + start, count * sizeof(float));
    }
  }
}

/// Adds the products of a part of the depth to a panel's sums, or starts these with them.
static void multiply_part(
    const panels_job *job, const float *weights, int64_t start, float *part, float *sums) {
  int64_t panel = job->kernels->panel, depth = smaller(PART_DEPTH, job->inputs - start);
  const float *next = weights + depth * panel;
  size_t step = divided_up(panel, job->groups);
  for (int64_t group = 0; group < job->groups; group++) {
    int64_t first = group_start(job, group), rows = group_start(job, group + 1) - first;
    float *results = start == 0 ? sums + first * panel : part;
    job->kernels->product(
        (int)rows, (int)depth, vectors_of(job, group) + start * rows, weights, results,
        next + group * step * depth, step);
    if (start == 0) { continue; }
    float *total = sums + first * panel;
    for (int64_t i = 0; i < rows * panel; i++) { total[i] += part[i]; }
  }
}

static void run_panel(void *argument, int thread, int64_t index) {
  const panels_job *job = argument;
  int64_t panel = job->kernels->panel, first = index * panel;
  float *part = job->sums + thread * (job->result_floats + MAX_GROUP_ROWS * MAX_PANEL);
  float *sums = part + MAX_GROUP_ROWS * MAX_PANEL;
  for (int64_t start = 0; start < job->inputs; start += PART_DEPTH) {
    multiply_part(
        job, job->packed + (index * job->inputs + start) * panel, start, part, sums);
  }
  int64_t count = smaller(panel, job->outputs - first);
  for (int64_t n = 0; n < job->batch; n++) {
    float *y = job->y + n * job->outputs + first;
    for (int64_t o = 0; o < count; o++) {
      float value = sums[n * panel + o];
      if (job->bias != NULL) { value += job->bias[first + o]; }
      y[o] = job->relu && value < 0 ? 0 : value;
    }
    if (job->activation != NULL) { job->kernels->activate(job->activation, (size_t)count, y, y); }
  }
}

vgg_status vgg_linear_panels(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *packed, const float *bias, const float *x, float *y,
    void *scratch) {
  if (batch < 1 || inputs < 1 || outputs < 1) { return VGG_INVALID; }
  vgg_isa isa = vgg_team_isa(team);
  panels_job job = {
      .kernels = vgg_kernels_of(isa),
      .batch = batch,
      .inputs = inputs,
      .outputs = outputs,
      .groups = divided_up(batch, vgg_kernels_of(isa)->group_rows),
      .result_floats = result_floats(isa, batch),
      .relu = relu,
      .activation = activation,
      .packed = packed,
      .bias = bias,
      .x = x,
      .vectors = scratch,
      .sums = (float *)scratch + (size_t)batch * depth_of(inputs),
      .y = y,
  };
  vgg_team_run(team, pack_vectors, &job, job.groups);
  vgg_team_run(team, run_panel, &job, panels_of(isa, outputs));
  return VGG_OK;
}
