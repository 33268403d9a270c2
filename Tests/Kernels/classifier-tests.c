// Linear layers and softmax.

#include "kernel-tests.h"

void test_linear(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    int batch = i % 3 == 0 ? 1 : random_between(1, 13), outputs = random_between(1, 70);
    int inputs = i % 7 == 0 ? random_between(2000, 2500) : random_between(1, 300);
    bool relu = random_between(0, 1), biased = random_between(0, 1);
    size_t weight_count = (size_t)inputs * outputs, results = (size_t)batch * outputs;
    // One float past an aligned address, and ending where the memory does.
    float *memory = malloc((weight_count + 1) * sizeof(float)), *weights = memory + 1;
    for (size_t j = 0; j < weight_count; j++) { weights[j] = random_float(); }
    float *x = random_floats((size_t)batch * inputs), *bias = random_floats((size_t)outputs);
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
    for (int t = 0; t < 3; t++) { free(y[t]); }
    free(memory);
    free(x);
    free(bias);
    free(want);
  }
}

void test_softmax(void) {
  float x[] = {1000, 1001, 999, -5, -5, -5}, y[6];
  vgg_softmax(2, 3, x, y);
  double sum = exp(0) + exp(-1) + exp(-2);
  expect(fabs(y[1] - 1 / sum) < 1e-6 && fabs(y[2] - exp(-2) / sum) < 1e-6, "softmax", "large");
  expect(fabs(y[3] - 1.0 / 3) < 1e-6, "softmax", "equal");
}
