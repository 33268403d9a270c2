// Activations other than ReLU and their gradients, against the C library's functions in double precision.

#include "kernel-tests.h"

static const char *const names[] = {"leaky relu", "elu", "gelu", "silu", "sigmoid", "tanh"};
enum { FUNCTIONS = sizeof names / sizeof names[0] };

static double value_at(vgg_activation activation, double x) {
  switch (activation.function) {
    case VGG_LEAKY_RELU: return x < 0 ? activation.parameter * x : x;
    case VGG_ELU: return x < 0 ? activation.parameter * expm1(x) : x;
    case VGG_GELU: return x * erfc(-x / sqrt(2)) / 2;
    case VGG_SILU: return x / (1 + exp(-x));
    case VGG_SIGMOID: return 1 / (1 + exp(-x));
    case VGG_TANH: return tanh(x);
  }
  return x;
}

static double slope_at(vgg_activation activation, double x) {
  double s = 1 / (1 + exp(-x)), rest = 1 / (1 + exp(x));
  switch (activation.function) {
    case VGG_LEAKY_RELU: return x > 0 ? 1 : activation.parameter;
    case VGG_ELU: return x > 0 ? 1 : activation.parameter * exp(x);
    case VGG_GELU: return erfc(-x / sqrt(2)) / 2 + x * exp(-x * x / 2) / sqrt(8 * atan(1));
    case VGG_SILU: return s * (1 + x * rest);
    case VGG_SIGMOID: return s * rest;
    case VGG_TANH: return 1 / (cosh(x) * cosh(x));
  }
  return 1;
}

// Each value by itself, from the smallest magnitudes to where the results are no longer normal floats. A derivative
// that passes zero is compared with the larger of its two terms.
static void check_accuracy(vgg_isa isa, vgg_team *team) {
  enum { COUNT = 4001 };
  float *in = buffer(COUNT * 4), *out = buffer(COUNT * 4), *gradient = buffer(COUNT * 4);
  for (int function = 0; function < FUNCTIONS; function++) {
    vgg_activation activation = {(vgg_function)function, function == VGG_ELU ? 1.5f : 0.01f};
    double worst = 0, worst_slope = 0;
    for (int i = 0; i < COUNT; i++) {
      double share = (i - COUNT / 2) / (double)(COUNT / 2);
      in[i] = (float)(i % 3 == 0 ? 100 * share : i % 3 == 1 ? 10 * share : share * exp(-20 * fabs(share)));
      gradient[i] = 1;
    }
    in[7] = 0;
    in[11] = NAN;
    vgg_activate_plain(team, &activation, COUNT, in, out);
    vgg_activation_gradient_plain(team, &activation, COUNT, in, gradient, NULL, NULL);
    for (int i = 0; i < COUNT; i++) {
      if (i == 11) { continue; }
      double want = value_at(activation, in[i]), slope = slope_at(activation, in[i]);
      double term = fmax(fabs(slope), fmax(fabs(value_at(activation, in[i])), 1e-2));
      worst = fmax(worst, fabs(out[i] - want) / fmax(fabs(want), 1e-30));
      worst_slope = fmax(worst_slope, fabs(gradient[i] - slope) / term);
    }
    char context[120];
    // Without fused multiply-adds the square in exp(-x^2 / 2) keeps its rounding error.
    double allowed = isa == VGG_ISA_PORTABLE && function == VGG_GELU ? 1e-5 : 2e-6;
    snprintf(context, sizeof context, "%s, %s: errors %.3g and %.3g", vgg_isa_name(isa),
        names[function], worst, worst_slope);
    expect(worst <= allowed, "activation", context);
    expect(worst_slope <= allowed, "activation gradient", context);
    expect(isnan(out[11]), "activation of NaN", context);
  }
  RELEASE(in, out, gradient);
}

static void check_maps(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape shape = {random_between(1, 3), random_channels(), random_between(1, 12),
                       random_between(1, 12), random_between(0, 2)};
    vgg_shape other = shape;
    other.border = i % 3;
    vgg_activation activation = {(vgg_function)(i % FUNCTIONS), 0.3f};
    size_t count = plain_count(&shape);
    float *in = random_floats(count), *gradient = random_floats(count);
    double *values = malloc(count * sizeof *values), *want = malloc(count * sizeof *want);
    double slope = 0;
    for (size_t j = 0; j < count; j++) {
      in[j] *= 4;
      values[j] = value_at(activation, in[j]);
      want[j] = slope_at(activation, in[j]) * gradient[j];
      if (in[j] <= 0) { slope += (double)in[j] * gradient[j]; }
    }
    vgg_team *team = teams[i % 3];
    float *blocked = blocked_of(team, &shape, in), *out = buffer(vgg_shape_bytes(&other));
    float *blocked_gradient = blocked_of(team, &other, gradient);
    void *scratch = buffer(vgg_slope_scratch_bytes(&shape) + vgg_slope_plain_scratch_bytes(count));
    float got = 0, got_plain = 0;
    vgg_activate(team, &activation, &shape, blocked, &other, out);
    expect_blocked(team, &other, out, values, 1e-6, names[activation.function]);
    vgg_activation_gradient(
        team, &activation, &shape, blocked, &other, blocked_gradient, &got, scratch);
    expect_blocked(team, &other, blocked_gradient, want, 1e-6, names[activation.function]);
    expect(fabs(got - slope) <= 2e-6 * (count + 1), "slope gradient", vgg_isa_name(isa));
    vgg_activate(team, &activation, &shape, blocked, &shape, blocked);
    expect_blocked(team, &shape, blocked, values, 1e-6, "activation in place");
    vgg_activation_gradient_plain(team, &activation, count, in, gradient, &got_plain, scratch);
    expect(difference(gradient, want, count, largest_of(want, count)) <= 1e-6,
        "plain activation gradient", names[activation.function]);
    expect(fabs(got_plain - slope) <= 2e-6 * (count + 1), "plain slope gradient", vgg_isa_name(isa));
    vgg_activate_plain(team, &activation, count, in, in);
    expect(difference(in, values, count, largest_of(values, count)) <= 1e-6, "plain activation",
        names[activation.function]);
    RELEASE(in, gradient, values, want, blocked, out, blocked_gradient, scratch);
  }
}

static void check_vector_scale(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    int batch = random_between(1, 5), count = random_between(1, 70);
    float *in = random_floats((size_t)batch * count);
    float *scale = random_floats(count), *shift = random_floats(count);
    double *want = malloc((size_t)batch * count * sizeof *want);
    for (int j = 0; j < batch * count; j++) {
      double value = (double)in[j] * scale[j % count] + shift[j % count];
      want[j] = i % 2 ? relu_of(value) : value;
    }
    float *activated = buffer((size_t)batch * count * sizeof(float));
    vgg_activation activation = {(vgg_function)(i % FUNCTIONS), 0.3f};
    vgg_scale_shift_plain(
        teams[i % 3], batch, count, scale, shift, false, &activation, in, activated);
    vgg_scale_shift_plain(teams[i % 3], batch, count, scale, shift, i % 2, NULL, in, in);
    expect(difference(in, want, (size_t)batch * count, 1) < 1e-6, "scale and shift of vectors",
        vgg_isa_name(isa));
    if (i % 2 == 0) {
      vgg_activate_plain(teams[0], &activation, (size_t)batch * count, in, in);
      expect(memcmp(in, activated, (size_t)batch * count * sizeof(float)) == 0,
          "scale and shift of vectors, then the activation", names[activation.function]);
    }
    RELEASE(in, scale, shift, want, activated);
  }
}

void test_activations(vgg_isa isa, vgg_team *const teams[3], int cases) {
  check_accuracy(isa, teams[1]);
  check_maps(isa, teams, cases);
  check_vector_scale(isa, teams, cases);
}
