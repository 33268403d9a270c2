// Linear layers and softmax.

#include "kernel-tests.h"

/// The same layer with its weights packed by columns.
static void check_columns(
    vgg_team *const teams[3], int batch, int inputs, int outputs, bool relu, const float *weights,
    const float *bias, const float *x, const double *want, const char *context) {
  size_t results = (size_t)batch * outputs;
  float *packed = buffer(vgg_columns_bytes(inputs, outputs));
  // In two parts, as a caller may that reads a file piece by piece.
  int part = outputs > 32 ? outputs / 32 * 16 : outputs;
  expect(
      vgg_columns_pack(teams[2], inputs, outputs, 0, part, weights, packed)
          && (part == outputs
              || vgg_columns_pack(
                  teams[2], inputs, outputs, part, outputs - part,
                  weights + (size_t)part * inputs, packed)),
      "finite weights", context);
  float *first = NULL;
  for (int t = 0; t < 3; t++) {
    void *scratch = buffer(vgg_columns_scratch_bytes(batch, inputs, outputs));
    float *y = buffer(results * sizeof(float));
    vgg_linear_columns(teams[t], batch, inputs, outputs, relu, packed, bias, x, y, scratch);
    expect(difference(y, want, results, sqrt(inputs) + 1) < 2e-6, "columns", context);
    expect(first == NULL || memcmp(first, y, results * sizeof(float)) == 0, "the same bits", context);
    free(scratch);
    if (first == NULL) { first = y; } else { free(y); }
  }
  free(first);
  free(packed);
}

/// The same layer with its weights packed by panels.
static void check_panels(
    vgg_team *const teams[3], int batch, int inputs, int outputs, bool relu, const float *weights,
    const float *bias, const float *x, const double *want, const char *context) {
  size_t results = (size_t)batch * outputs;
  vgg_isa isa = vgg_team_isa(teams[0]);
  float *packed = buffer(vgg_panels_bytes(isa, inputs, outputs));
  int part = outputs > 64 ? outputs / 64 * 32 : outputs;
  vgg_panels_pack(teams[2], inputs, outputs, 0, part, weights, packed);
  if (part < outputs) {
    vgg_panels_pack(
        teams[2], inputs, outputs, part, outputs - part, weights + (size_t)part * inputs, packed);
  }
  float *first = NULL;
  for (int t = 0; t < 3; t++) {
    void *scratch = buffer(
        vgg_panels_scratch_bytes(isa, vgg_team_threads(teams[t]), batch, inputs));
    float *y = buffer(results * sizeof(float));
    vgg_linear_panels(teams[t], batch, inputs, outputs, relu, packed, bias, x, y, scratch);
    expect(difference(y, want, results, sqrt(inputs) + 1) < 2e-6, "panels", context);
    expect(first == NULL || memcmp(first, y, results * sizeof(float)) == 0, "the same bits", context);
    free(scratch);
    if (first == NULL) { first = y; } else { free(y); }
  }
  free(first);
  free(packed);
}

/// A weight that is not finite is found wherever it stands, since no zero may hide it.
static void test_columns_that_are_not_finite(vgg_team *team) {
  int inputs = 70, outputs = 50;
  float *weights = random_floats((size_t)inputs * outputs);
  float *packed = buffer(vgg_columns_bytes(inputs, outputs));
  for (int i = 0; i < inputs * outputs; i += 61) {
    float number = weights[i];
    weights[i] = i % 2 ? NAN : INFINITY;
    expect(!vgg_columns_pack(team, inputs, outputs, 0, outputs, weights, packed), "not finite", "columns");
    weights[i] = number;
  }
  expect(vgg_columns_pack(team, inputs, outputs, 0, outputs, weights, packed), "finite", "columns");
  free(weights);
  free(packed);
}

void test_linear(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    int batch = i % 3 == 0 ? 1 : random_between(1, 40), outputs = i % 5 == 0 ? random_between(1000, 1100) : random_between(1, 70);
    int inputs = i % 7 == 0 ? random_between(2000, 2500) : random_between(1, 300);
    if (outputs > 1000) { inputs = inputs % 200 + 1; }
    bool relu = random_between(0, 1), biased = random_between(0, 1);
    size_t weight_count = (size_t)inputs * outputs, results = (size_t)batch * outputs;
    // One float past an aligned address, and ending where the memory does.
    float *memory = malloc((weight_count + 1) * sizeof(float)), *weights = memory + 1;
    for (size_t j = 0; j < weight_count; j++) { weights[j] = random_float(); }
    float *x = random_floats((size_t)batch * inputs), *bias = random_floats((size_t)outputs);
    // Zeros of all vectors, of one, and none.
    for (int k = 0; k < inputs && i % 4 > 0; k++) {
      for (int n = 0; n < batch; n++) {
        if (k % (i % 4) == 0 || random_between(0, 1)) { x[(size_t)n * inputs + k] = 0; }
      }
    }
    float *y[3];
    double *want = malloc(results * sizeof *want);
    for (int n = 0; n < batch; n++) {
      for (int o = 0; o < outputs; o++) {
        double sum = biased ? bias[o] : 0;
        for (int k = 0; k < inputs; k++) {
          sum += (double)weights[(size_t)o * inputs + k] * x[(size_t)n * inputs + k];
        }
        want[(size_t)n * outputs + o] = relu ? relu_of(sum) : sum;
      }
    }
    char context[200];
    snprintf(context, sizeof context, "%s linear %d -> %d, batch %d", vgg_isa_name(isa), inputs,
             outputs, batch);
    for (int t = 0; t < 3; t++) {
      y[t] = buffer(results * sizeof(float));
      vgg_linear(
          teams[t], batch, inputs, outputs, relu, weights, biased ? bias : NULL, x, y[t]);
      expect(
          difference(y[t], want, results, sqrt(inputs) + 1) < 2e-6, "values", context);
      expect(memcmp(y[0], y[t], results * sizeof(float)) == 0, "the same bits", context);
    }
    check_columns(teams, batch, inputs, outputs, relu, weights, biased ? bias : NULL, x, want, context);
    check_panels(teams, batch, inputs, outputs, relu, weights, biased ? bias : NULL, x, want, context);
    for (int t = 0; t < 3; t++) { free(y[t]); }
    free(memory);
    free(x);
    free(bias);
    free(want);
  }
  test_columns_that_are_not_finite(teams[1]);
}

void test_softmax(void) {
  float x[] = {1000, 1001, 999, -5, -5, -5}, y[6];
  vgg_softmax(2, 3, x, y);
  double sum = exp(0) + exp(-1) + exp(-2);
  expect(fabs(y[1] - 1 / sum) < 1e-6 && fabs(y[2] - exp(-2) / sum) < 1e-6, "softmax", "large");
  expect(fabs(y[3] - 1.0 / 3) < 1e-6, "softmax", "equal");
}
