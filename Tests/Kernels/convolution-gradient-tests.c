// The gradients of a convolution's weights and input, by every algorithm, against plain sums.

#include "kernel-tests.h"

typedef struct reference {
  double *weights, *in;
} reference;

static reference reference_gradients(
    const vgg_conv *c, const vgg_shape *out, const float *in, const float *weights,
    const float *gradient) {
  size_t inputs = (size_t)c->batch * c->in_channels * c->in_height * c->in_width;
  int of_group = c->in_channels / c->groups;
  size_t count = (size_t)c->out_channels * of_group * c->kernel_h * c->kernel_w;
  reference r = {calloc(count, sizeof(double)), calloc(inputs, sizeof(double))};
  for (int n = 0; n < c->batch; n++) {
    for (int o = 0; o < c->out_channels; o++) {
      for (int y = 0; y < out->height; y++) {
        for (int x = 0; x < out->width; x++) {
          double g = *gradient++;
          int first = o / (c->out_channels / c->groups) * of_group;
          for (int i = 0; i < of_group; i++) {
            for (int v = 0; v < c->kernel_h; v++) {
              for (int u = 0; u < c->kernel_w; u++) {
                int row = y * c->stride_h + v * c->dilation_h - c->pad_h;
                int column = x * c->stride_w + u * c->dilation_w - c->pad_w;
                if (row < 0 || row >= c->in_height || column < 0 || column >= c->in_width) {
                  continue;
                }
                size_t w = (((size_t)o * of_group + i) * c->kernel_h + v) * c->kernel_w + u;
                size_t p = (((size_t)n * c->in_channels + first + i) * c->in_height + row)
                               * c->in_width + column;
                r.weights[w] += g * in[p];
                r.in[p] += g * weights[w];
              }
            }
          }
        }
      }
    }
  }
  return r;
}

static void check_weights(
    vgg_isa isa, vgg_team *const teams[3], const vgg_conv *conv, const float *in,
    const float *gradient, const double *want, const char *context) {
  static const vgg_algorithm algorithms[] = {VGG_DIRECT, VGG_WINOGRAD_4};
  size_t count =
      (size_t)conv->out_channels * conv->in_channels / conv->groups * conv->kernel_h
      * conv->kernel_w;
  for (int a = 0; a < 2; a++) {
    float *first = NULL;
    for (int t = 0; t < 3; t++) {
      vgg_weight_gradient_plan plan;
      vgg_status status =
          vgg_weight_gradient_plan_make(isa, t + 1, conv, algorithms[a], &plan);
      if (a > 0 && status == VGG_UNSUPPORTED) { continue; }
      expect(status == VGG_OK, "weight gradient's plan", context);
      if (status != VGG_OK) { continue; }
      void *scratch = buffer(plan.scratch_bytes);
      float *weights = buffer(count * sizeof(float));
      vgg_weight_gradient_run(&plan, teams[t], in, gradient, weights, scratch);
      double error = difference(weights, want, count, largest_of(want, count));
      expect(error <= (a == 0 ? 4e-6 : 2e-5), "weight gradient", context);
      if (first == NULL) {
        first = weights;
      } else {
        expect(
            memcmp(first, weights, count * sizeof(float)) == 0,
            "the same weight gradient with another thread count", context);
        free(weights);
      }
      free(scratch);
    }
    free(first);
  }
}

static void check_input(
    vgg_isa isa, vgg_team *team, const vgg_conv *conv, const float *weights, const float *gradient,
    const double *want, const char *context) {
  vgg_shape in = {conv->batch, conv->in_channels, conv->in_height, conv->in_width,
                  conv->in_border};
  void *scratch = buffer(vgg_input_gradient_scratch_bytes(conv));
  float *result = buffer(vgg_shape_bytes(&in));
  expect(
      vgg_input_gradient(team, conv, weights, gradient, result, scratch) == VGG_OK,
      "input gradient's status", context);
  expect_blocked(team, &in, result, want, 4e-6, context);
  free(scratch);
  free(result);
  vgg_conv turned;
  if (vgg_input_gradient_conv(conv, &turned) != VGG_OK) { return; }
  size_t count =
      (size_t)conv->out_channels * conv->in_channels / conv->groups * conv->kernel_h
      * conv->kernel_w;
  float *turned_weights = buffer(count * sizeof(float));
  vgg_turn_weights(team, conv, weights, turned_weights);
  static const vgg_algorithm algorithms[] = {VGG_DIRECT, VGG_WINOGRAD_4};
  for (int a = 0; a < 2; a++) {
    vgg_conv_plan plan;
    if (vgg_conv_plan_make(isa, vgg_team_threads(team), &turned, algorithms[a], &plan) != VGG_OK) {
      continue;
    }
    void *packed = buffer(plan.packed_bytes);
    scratch = buffer(plan.scratch_bytes);
    result = buffer(vgg_shape_bytes(&in));
    vgg_conv_pack(&plan, team, turned_weights, NULL, NULL, packed);
    vgg_conv_run(&plan, team, packed, NULL, gradient, result, scratch);
    expect_blocked(team, &in, result, want, a == 0 ? 4e-6 : 3e-5, context);
    free(packed);
    free(scratch);
    free(result);
  }
  free(turned_weights);
}

static void check_gradients(vgg_isa isa, vgg_team *const teams[3], const vgg_conv *conv) {
  vgg_conv_plan plan;
  if (vgg_conv_plan_make(isa, 1, conv, VGG_DIRECT, &plan) != VGG_OK) { return; }
  char context[300];
  snprintf(
      context, sizeof context,
      "%s gradient: batch %d, %dx%dx%d border %d -> %d border %d, kernel %dx%d, stride %dx%d, "
      "padding %dx%d, dilation %dx%d, groups %d", vgg_isa_name(isa), conv->batch, conv->in_channels, conv->in_height,
      conv->in_width, conv->in_border, conv->out_channels, conv->out_border, conv->kernel_h,
      conv->kernel_w, conv->stride_h, conv->stride_w, conv->pad_h, conv->pad_w, conv->dilation_h,
      conv->dilation_w, conv->groups);
  vgg_shape in_shape = {conv->batch, conv->in_channels, conv->in_height, conv->in_width,
                        conv->in_border};
  float *in = random_floats(plain_count(&in_shape));
  float *gradient = random_floats(plain_count(&plan.out));
  float *weights = random_floats(
      (size_t)conv->out_channels * conv->in_channels / conv->groups * conv->kernel_h
      * conv->kernel_w);
  reference want = reference_gradients(conv, &plan.out, in, weights, gradient);
  float *blocked_in = blocked_of(teams[0], &in_shape, in);
  float *blocked_gradient = blocked_of(teams[0], &plan.out, gradient);
  check_weights(isa, teams, conv, blocked_in, blocked_gradient, want.weights, context);
  check_input(isa, teams[1], conv, weights, blocked_gradient, want.in, context);
  free(in);
  free(gradient);
  free(weights);
  free(blocked_in);
  free(blocked_gradient);
  free(want.weights);
  free(want.in);
}

/// Dilation, groups of every kind, rectangles; a third with 3 x 3 kernels of stride 1.
static void check_dilated_and_grouped(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    bool three = i % 3 == 0;
    random_groups groups = i % 4 ? random_group_sizes()
                                 : (random_groups){1, random_channels(), random_channels()};
    vgg_conv conv = {
        .batch = random_between(1, 4),
        .in_channels = groups.count * groups.inputs,
        .in_height = random_between(1, 15),
        .in_width = random_between(1, 15),
        .out_channels = groups.count * groups.outputs,
        .out_border = random_between(0, 4),
        .kernel_h = three ? 3 : random_between(1, 5),
        .kernel_w = three ? 3 : random_between(1, 5),
        .stride_h = three ? 1 : random_between(1, 3),
        .stride_w = three ? 1 : random_between(1, 3),
        .pad_h = random_between(0, 4),
        .pad_w = random_between(0, 4),
        .dilation_h = random_between(1, 3),
        .dilation_w = random_between(1, 3),
        .groups = groups.count,
    };
    conv.in_border = (conv.pad_h > conv.pad_w ? conv.pad_h : conv.pad_w) + i % 3 / 2;
    int free_rows = conv.in_height + 2 * conv.pad_h - conv.dilation_h * (conv.kernel_h - 1) - 1;
    int free_columns = conv.in_width + 2 * conv.pad_w - conv.dilation_w * (conv.kernel_w - 1) - 1;
    if (free_rows < 0 || free_columns < 0) {
      i--;
      continue;
    }
    check_gradients(isa, teams, &conv);
  }
}

void test_convolution_gradients(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    bool usual = i % 2 == 0;
    int kernel = usual ? 3 : random_between(1, 5);
    int padding = usual ? 1 : random_between(0, kernel / 2 + 1);
    int stride = usual ? 1 : random_between(1, 3);
    vgg_conv conv = {
        .batch = random_between(1, 5),
        .in_channels = random_channels(),
        .in_height = random_between(1, 20),
        .in_width = random_between(1, 20),
        .in_border = padding + i % 3 / 2,
        .out_channels = random_channels(),
        .out_border = random_between(0, 2),
        .kernel_h = kernel,
        .kernel_w = usual ? 3 : random_between(1, 5),
        .stride_h = stride,
        .stride_w = usual ? 1 : random_between(1, 3),
        .pad_h = padding,
        .pad_w = padding,
        .dilation_h = 1,
        .dilation_w = 1,
        .groups = 1,
    };
    if (i == 0) { conv.batch = 9, conv.in_height = conv.in_width = 23; }  // several blocks of tiles
    if (i == 2) { conv.in_channels = 180, conv.out_channels = 170; }  // blocks that threads share
    check_gradients(isa, teams, &conv);
  }
  check_dilated_and_grouped(isa, teams, 2 * cases);
}
