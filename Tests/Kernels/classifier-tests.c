// Linear layers and softmax.

#include "kernel-tests.h"

/// A layer, its input, and its expected output.
typedef struct linear_case {
  vgg_isa isa;
  int batch, inputs, outputs;
  bool relu;
  const vgg_activation *activation;
  const float *weights, *bias, *x;
  const double *want;
  const char *context;
} linear_case;

/// One way to compute it: with weights in place, or packed for it.
typedef void way_to_multiply(
    vgg_team *team, const linear_case *layer, const float *weights, float *y);

/// Checks for the right values, and the same bits from each team.
static void check_way(
    vgg_team *const teams[3], const linear_case *layer, way_to_multiply *multiply,
    const float *weights, const char *what) {
  size_t results = (size_t)layer->batch * layer->outputs;
  float *first = NULL;
  for (int t = 0; t < 3; t++) {
    float *y = buffer(results * sizeof(float));
    multiply(teams[t], layer, weights, y);
    expect(
        difference(y, layer->want, results, sqrt(layer->inputs) + 1) < 2e-6, what,
        layer->context);
    expect(
        first == NULL || memcmp(first, y, results * sizeof(float)) == 0, "the same bits",
        layer->context);
    if (first == NULL) { first = y; } else { free(y); }
  }
  if (!layer->relu) {
    vgg_activation activation = {(vgg_function)random_between(0, VGG_TANH), 0.3f};
    linear_case activated = *layer;
    activated.activation = &activation;
    float *y = buffer(results * sizeof(float));
    multiply(teams[1], &activated, weights, y);
    vgg_activate_plain(teams[0], &activation, results, first, first);
    expect(memcmp(first, y, results * sizeof(float)) == 0, "an activation", layer->context);
    free(y);
  }
  free(first);
}

/// The number of rows to pack first, a multiple of `unit`, as a caller might that reads a file piece by piece.
static int first_part(const linear_case *layer, int unit) {
  return layer->outputs > 2 * unit ? layer->outputs / (2 * unit) * unit : layer->outputs;
}

static const float *rows_from(const linear_case *layer, int row) {
  return layer->weights + (size_t)row * layer->inputs;
}

static void multiply_rows(
    vgg_team *team, const linear_case *layer, const float *weights, float *y) {
  vgg_linear(
      team, layer->batch, layer->inputs, layer->outputs, layer->relu, layer->activation, weights,
      layer->bias, layer->x, y);
}

static void multiply_columns(
    vgg_team *team, const linear_case *layer, const float *weights, float *y) {
  void *scratch = buffer(vgg_columns_scratch_bytes(layer->batch, layer->inputs, layer->outputs));
  vgg_linear_columns(
      team, layer->batch, layer->inputs, layer->outputs, layer->relu, layer->activation, weights,
      layer->bias, layer->x, y, scratch);
  free(scratch);
}

static void multiply_panels(
    vgg_team *team, const linear_case *layer, const float *weights, float *y) {
  void *scratch = buffer(vgg_panels_scratch_bytes(
      layer->isa, vgg_team_threads(team), layer->batch, layer->inputs));
  vgg_linear_panels(
      team, layer->batch, layer->inputs, layer->outputs, layer->relu, layer->activation, weights,
      layer->bias, layer->x, y, scratch);
  free(scratch);
}

static void check_columns(vgg_team *const teams[3], const linear_case *layer) {
  int inputs = layer->inputs, outputs = layer->outputs, part = first_part(layer, 16);
  float *packed = buffer(vgg_columns_bytes(inputs, outputs));
  expect(
      vgg_columns_pack(teams[2], inputs, outputs, 0, part, layer->weights, packed)
          && (part == outputs
              || vgg_columns_pack(
                  teams[2], inputs, outputs, part, outputs - part, rows_from(layer, part),
                  packed)),
      "finite weights", layer->context);
  check_way(teams, layer, multiply_columns, packed, "columns");
  free(packed);
}

static void check_panels(vgg_team *const teams[3], const linear_case *layer) {
  int inputs = layer->inputs, outputs = layer->outputs, part = first_part(layer, 32);
  float *packed = buffer(vgg_panels_bytes(layer->isa, inputs, outputs));
  vgg_panels_pack(teams[2], inputs, 0, part, layer->weights, packed);
  if (part < outputs) {
    vgg_panels_pack(teams[2], inputs, part, outputs - part, rows_from(layer, part), packed);
  }
  check_way(teams, layer, multiply_panels, packed, "panels");
  free(packed);
}

/// A weight that is not finite is found at any place, since no zero may hide it.
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
    linear_case layer = {
        isa, batch, inputs, outputs, relu, NULL, weights, biased ? bias : NULL, x, want, context};
    check_way(teams, &layer, multiply_rows, weights, "values");
    check_columns(teams, &layer);
    check_panels(teams, &layer);
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
