// Holds every kernel against plain loops in double precision, on every instruction set that this machine
// has, with 1 to 3 threads. Run by Scripts/test-kernels.

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "VGGKernels.h"

// ---------------------------------------------------------------------------- counting

static int passed, failed;

static void expect(bool condition, const char *what, const char *context) {
  if (condition) {
    passed++;
    return;
  }
  failed++;
  if (failed <= 40) { printf("FAILED: %s: %s\n", what, context); }
}

// ---------------------------------------------------------------------------- buffers, numbers

static uint64_t random_state = 88172645463325252u;

static uint64_t random_bits(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}

static int random_between(int low, int high) {
  return low + (int)(random_bits() % (uint64_t)(high - low + 1));
}

static float random_float(void) { return (float)(random_bits() >> 40) / (1 << 23) - 1; }

/// Aligned memory of exactly `bytes`, rounded up to the alignment, so that the sanitizer sees what lies
/// beyond; filled with NaN.
static void *buffer(size_t bytes) {
  size_t size = (bytes + VGG_ALIGNMENT - 1) / VGG_ALIGNMENT * VGG_ALIGNMENT;
  void *memory = aligned_alloc(VGG_ALIGNMENT, size == 0 ? VGG_ALIGNMENT : size);
  if (memory == NULL) { abort(); }
  memset(memory, 0xff, size);
  return memory;
}

static float *random_floats(size_t count) {
  float *numbers = buffer(count * sizeof(float));
  for (size_t i = 0; i < count; i++) { numbers[i] = random_float(); }
  return numbers;
}

static size_t plain_count(const vgg_shape *shape) {
  return (size_t)shape->batch * shape->channels * shape->height * shape->width;
}

static float *blocked_of(vgg_team *team, const vgg_shape *shape, const float *plain) {
  float *blocked = buffer(vgg_shape_bytes(shape));
  vgg_to_blocked(team, shape, plain, blocked);
  return blocked;
}

/// Whether borders and unused channels are zeros.
static bool zeros_are_zero(const vgg_shape *shape, const float *blocked) {
  int blocks = (shape->channels + VGG_BLOCK - 1) / VGG_BLOCK;
  int height = shape->height + 2 * shape->border, width = shape->width + 2 * shape->border;
  for (int image = 0; image < shape->batch; image++) {
    for (int block = 0; block < blocks; block++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int c = 0; c < VGG_BLOCK; c++) {
            float value = *blocked++;
            bool inside = y >= shape->border && y < height - shape->border && x >= shape->border
                          && x < width - shape->border
                          && block * VGG_BLOCK + c < shape->channels;
            if (!inside && value != 0) { return false; }
          }
        }
      }
    }
  }
  return true;
}

/// The largest difference over `magnitude`; infinite if one is NaN and the other is not.
static double difference(const float *got, const double *want, size_t count, double magnitude) {
  double largest = 0;
  for (size_t i = 0; i < count; i++) {
    if (isnan(got[i]) != isnan(want[i])) { return INFINITY; }
    if (isnan(got[i]) || (double)got[i] == want[i]) { continue; }
    double error = fabs((double)got[i] - want[i]);
    if (!(error <= largest)) { largest = error; }
  }
  return largest / magnitude;
}

static double largest_of(const double *numbers, size_t count) {
  double largest = 1e-30;
  for (size_t i = 0; i < count; i++) { largest = fmax(largest, fabs(numbers[i])); }
  return largest;
}

static double relu_of(double x) { return x < 0 ? 0 : x; }

/// Checks a blocked result against plain doubles.
static void expect_blocked(
    vgg_team *team, const vgg_shape *shape, const float *blocked, const double *want,
    double tolerance, const char *context) {
  float *plain = buffer(plain_count(shape) * sizeof(float));
  vgg_to_plain(team, shape, blocked, plain);
  double magnitude = largest_of(want, plain_count(shape));
  double error = difference(plain, want, plain_count(shape), magnitude);
  char text[400];
  snprintf(text, sizeof text, "%s, error %.3g, allowed %.3g", context, error, tolerance);
  expect(error <= tolerance, "values", text);
  expect(zeros_are_zero(shape, blocked), "borders and unused channels", context);
  free(plain);
}

// ---------------------------------------------------------------------------- convolution

static void reference_conv(
    const vgg_conv *c, const float *in, const float *weights, const float *scale,
    const float *bias, int height, int width, double *out) {
  for (int n = 0; n < c->batch; n++) {
    for (int o = 0; o < c->out_channels; o++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int i = 0; i < c->in_channels; i++) {
            for (int v = 0; v < c->kernel_h; v++) {
              for (int u = 0; u < c->kernel_w; u++) {
                int row = y * c->stride_h + v - c->pad_h, column = x * c->stride_w + u - c->pad_w;
                if (row < 0 || row >= c->in_height || column < 0 || column >= c->in_width) {
                  continue;
                }
                size_t w = (((size_t)o * c->in_channels + i) * c->kernel_h + v) * c->kernel_w + u;
                size_t p = (((size_t)n * c->in_channels + i) * c->in_height + row) * c->in_width
                           + column;
                sum += (double)weights[w] * in[p];
              }
            }
          }
          sum = sum * (scale == NULL ? 1 : scale[o]) + (bias == NULL ? 0 : bias[o]);
          *out++ = c->flags & VGG_RELU ? relu_of(sum) : sum;
        }
      }
    }
  }
}

static void reference_pool_2x2(const double *in, int planes, int height, int width, double *out) {
  for (int plane = 0; plane < planes; plane++, in += (size_t)height * width) {
    for (int y = 0; y + 1 < height; y += 2) {
      for (int x = 0; x + 1 < width; x += 2) {
        const double *p = in + (size_t)y * width + x;
        *out++ = fmax(fmax(p[0], p[1]), fmax(p[width], p[width + 1]));
      }
    }
  }
}

static double tolerance_of(vgg_algorithm algorithm) {
  switch (algorithm) {
  case VGG_DIRECT: return 2e-6;
  case VGG_WINOGRAD_2: return 4e-6;
  case VGG_WINOGRAD_4: return 2e-5;
  case VGG_WINOGRAD_6: return 8e-5;
  }
  return 0;
}

/// Runs one convolution on teams of 1 to 3 threads with every algorithm that takes it.
static void check_conv(vgg_isa isa, vgg_team *const teams[3], const vgg_conv *conv) {
  size_t inputs = (size_t)conv->batch * conv->in_channels * conv->in_height * conv->in_width;
  size_t weight_count =
      (size_t)conv->out_channels * conv->in_channels * conv->kernel_h * conv->kernel_w;
  float *plain = random_floats(inputs), *weights = random_floats(weight_count);
  bool scaled = random_between(0, 1), biased = random_between(0, 3) > 0;
  float *scale = scaled ? random_floats((size_t)conv->out_channels) : NULL;
  float *bias = biased ? random_floats((size_t)conv->out_channels) : NULL;
  vgg_shape in_shape = {
      conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
  bool plain_input = conv->flags & VGG_PLAIN_INPUT;
  float *blocked = plain_input ? NULL : blocked_of(teams[0], &in_shape, plain);
  double *want = NULL;

  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (int a = 0; a < 4; a++) {
    float *first_result = NULL;
    for (int t = 0; t < 3; t++) {
      char context[300];
      snprintf(
          context, sizeof context,
          "%s %s threads %d: batch %d, %dx%dx%d border %d -> %d border %d, kernel %dx%d, stride "
          "%dx%d, padding %dx%d, flags %u", vgg_isa_name(isa), vgg_algorithm_name(algorithms[a]),
          t + 1, conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border,
          conv->out_channels, conv->out_border, conv->kernel_h, conv->kernel_w, conv->stride_h,
          conv->stride_w, conv->pad_h, conv->pad_w, conv->flags);
      vgg_conv_plan plan;
      vgg_status status = vgg_conv_plan_make(isa, t + 1, conv, algorithms[a], &plan);
      if (a > 0 && status == VGG_UNSUPPORTED) { continue; }
      expect(status == VGG_OK, "plan", context);
      if (status != VGG_OK) { continue; }
      size_t results = plain_count(&plan.out);
      if (want == NULL) {
        size_t size = (size_t)conv->batch * conv->out_channels * plan.conv_height
                      * plan.conv_width;
        want = malloc(size * sizeof *want);
        reference_conv(
            conv, plain, weights, scale, bias, plan.conv_height, plan.conv_width, want);
        if (conv->flags & VGG_POOL) {
          double *pooled = malloc(results * sizeof *pooled);
          reference_pool_2x2(
              want, conv->batch * conv->out_channels, plan.conv_height, plan.conv_width, pooled);
          free(want);
          want = pooled;
        }
      }
      void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
      vgg_conv_pack(&plan, teams[t], weights, scale, bias, packed);
      float *out = buffer(vgg_shape_bytes(&plan.out));
      const float *in = plain_input ? plain : blocked;
      vgg_conv_run(&plan, teams[t], packed, in, out, scratch);
      expect_blocked(teams[t], &plan.out, out, want, tolerance_of(algorithms[a]), context);
      if (first_result == NULL) {
        first_result = out;
      } else {
        expect(
            memcmp(first_result, out, vgg_shape_bytes(&plan.out)) == 0,
            "the same bits with another thread count", context);
        vgg_conv_run(&plan, teams[t], packed, in, out, scratch);
        expect(
            memcmp(first_result, out, vgg_shape_bytes(&plan.out)) == 0, "the same bits again",
            context);
        free(out);
      }
      free(packed);
      free(scratch);
    }
    free(first_result);
  }
  free(want);
  free(plain);
  free(blocked);
  free(weights);
  free(scale);
  free(bias);
}

static int random_size(void) {
  int sizes[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 19, 23, 28, 31, 37};
  return sizes[random_between(0, 17)];
}

static int random_channels(void) {
  int channels[] = {1, 2, 3, 5, 8, 15, 16, 17, 24, 31, 32, 33, 48, 50};
  return channels[random_between(0, 13)];
}

static void test_conv(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    bool three = i % 2 == 0;
    vgg_conv conv = {
        .batch = random_between(1, 5),
        .in_channels = random_channels(),
        .in_height = random_size(),
        .in_width = random_size(),
        .out_channels = random_channels(),
        .out_border = random_between(0, 2),
        .kernel_h = three ? 3 : random_between(1, 11),
        .kernel_w = three ? 3 : random_between(1, 11),
        .stride_h = three ? 1 : random_between(1, 4),
        .stride_w = three ? 1 : random_between(1, 4),
        .pad_h = three ? random_between(0, 2) : random_between(0, 5),
        .pad_w = three ? random_between(0, 2) : random_between(0, 5),
        .flags = (uint32_t)random_between(0, 7),
    };
    if (three) { conv.flags &= ~(uint32_t)VGG_PLAIN_INPUT; }
    conv.in_border = conv.pad_h > conv.pad_w ? conv.pad_h : conv.pad_w;
    conv.in_border += random_between(0, 1);
    int pool = conv.flags & VGG_POOL ? 1 : 0;
    int height = (conv.in_height + 2 * conv.pad_h - conv.kernel_h) / conv.stride_h + 1;
    int width = (conv.in_width + 2 * conv.pad_w - conv.kernel_w) / conv.stride_w + 1;
    double work = (double)conv.batch * height * width * conv.kernel_h * conv.kernel_w
                  * conv.in_channels * conv.out_channels;
    if (conv.in_height + 2 * conv.pad_h < conv.kernel_h
        || conv.in_width + 2 * conv.pad_w < conv.kernel_w || height <= pool || width <= pool
        || work > 8e6) {
      i--;
      continue;
    }
    check_conv(isa, teams, &conv);
  }
  // Large enough for several private blocks, for shared ones, and for weights in several parts.
  vgg_conv many_tiles = {1, 16, 75, 81, 1, 20, 1, 3, 3, 1, 1, 1, 1, VGG_RELU | VGG_POOL};
  vgg_conv many_channels = {3, 150, 9, 7, 1, 70, 1, 3, 3, 1, 1, 1, 1, VGG_RELU};
  vgg_conv first_layer = {2, 3, 37, 33, 0, 64, 1, 3, 3, 1, 1, 1, 1, VGG_RELU | VGG_PLAIN_INPUT};
  check_conv(isa, teams, &many_tiles);
  check_conv(isa, teams, &many_channels);
  check_conv(isa, teams, &first_layer);
}

static void test_conv_refusals(vgg_isa isa) {
  vgg_conv good = {1, 8, 9, 9, 1, 8, 1, 3, 3, 1, 1, 1, 1, 0};
  vgg_conv_plan plan;
#define REFUSES(status, algorithm, change)                                                       \
  do {                                                                                           \
    vgg_conv conv = good;                                                                        \
    change;                                                                                      \
    expect(vgg_conv_plan_make(isa, 1, &conv, algorithm, &plan) == status, #change, #status);     \
  } while (0)
  REFUSES(VGG_OK, VGG_WINOGRAD_4, conv.flags = VGG_RELU);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.in_border = 0);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.batch = 0);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.stride_h = 0);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.kernel_w = 12);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.out_channels = -1);
  REFUSES(VGG_UNSUPPORTED, VGG_WINOGRAD_4, conv.stride_w = 2);
  REFUSES(VGG_UNSUPPORTED, VGG_WINOGRAD_2, conv.kernel_w = 1);
  REFUSES(VGG_UNSUPPORTED, VGG_WINOGRAD_6, conv.flags = VGG_PLAIN_INPUT);
  REFUSES(VGG_UNSUPPORTED, (vgg_algorithm)3, conv.flags = 0);
  REFUSES(VGG_TOO_LARGE, VGG_DIRECT, conv.in_height = conv.in_width = INT32_MAX);
  REFUSES(VGG_TOO_LARGE, VGG_DIRECT, conv.in_channels = conv.out_channels = INT32_MAX / 2);
#undef REFUSES
  vgg_conv conv = good;
  conv.flags = VGG_EXACT;
  expect(vgg_conv_choose(isa, 2, &conv) == VGG_DIRECT, "exact", "chooses direct");
}

/// Packed weights are the same for another batch, map size and thread count.
static void test_shared_packing(vgg_isa isa, vgg_team *const teams[3]) {
  static const vgg_algorithm algorithms[] = {VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_6};
  for (int a = 0; a < 3; a++) {
    vgg_conv one = {1, 20, 9, 9, 1, 40, 1, 3, 3, 1, 1, 1, 1, 0};
    vgg_conv other = {4, 20, 30, 17, 2, 40, 0, 3, 3, 1, 1, 2, 2, VGG_RELU | VGG_POOL};
    vgg_conv_plan plan, second;
    vgg_conv_plan_make(isa, 1, &one, algorithms[a], &plan);
    vgg_conv_plan_make(isa, 3, &other, algorithms[a], &second);
    float *weights = random_floats(40 * 20 * 9), *bias = random_floats(40);
    void *packed = buffer(plan.packed_bytes), *again = buffer(plan.packed_bytes);
    vgg_conv_pack(&plan, teams[0], weights, NULL, bias, packed);
    expect(plan.packed_bytes == second.packed_bytes, "packed bytes", vgg_isa_name(isa));
    vgg_conv_pack(&second, teams[2], weights, NULL, bias, again);
    expect(memcmp(packed, again, plan.packed_bytes) == 0, "packed the same", vgg_isa_name(isa));
    free(weights);
    free(bias);
    free(packed);
    free(again);
  }
}

// ---------------------------------------------------------------------------- other operations

typedef double bin_value(
    const float *plane, int width, int top, int bottom, int left, int right, double divisor);

static double bin_maximum(
    const float *plane, int width, int top, int bottom, int left, int right, double divisor) {
  (void)divisor;
  double largest = -INFINITY;
  for (int y = top; y < bottom; y++) {
    for (int x = left; x < right; x++) {
      double value = plane[y * width + x];
      if (value > largest || isnan(value)) { largest = value; }
    }
  }
  return largest;
}

static double bin_mean(
    const float *plane, int width, int top, int bottom, int left, int right, double divisor) {
  double sum = 0;
  for (int y = top; y < bottom; y++) {
    for (int x = left; x < right; x++) { sum += plane[y * width + x]; }
  }
  return sum / divisor;
}

static int at_least(int a, int b) { return a > b ? a : b; }
static int at_most(int a, int b) { return a < b ? a : b; }

static void reference_window(
    bin_value *value, const vgg_window *w, const vgg_shape *in, const float *plain,
    const vgg_shape *out, double *want) {
  for (int plane = 0; plane < in->batch * in->channels; plane++) {
    for (int y = 0; y < out->height; y++) {
      for (int x = 0; x < out->width; x++) {
        int top = y * w->stride_h - w->pad_h, left = x * w->stride_w - w->pad_w;
        *want++ = value(
            plain + (size_t)plane * in->height * in->width, in->width, at_least(top, 0),
            at_most(top + w->kernel_h, in->height), at_least(left, 0),
            at_most(left + w->kernel_w, in->width), (double)w->kernel_h * w->kernel_w);
      }
    }
  }
}

static void test_pooling(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_window window = {
        .kernel_h = random_between(1, 5), .kernel_w = random_between(1, 5),
        .stride_h = random_between(1, 4), .stride_w = random_between(1, 4),
        .ceil = random_between(0, 1)};
    bool maximum = i % 2;
    window.pad_h = random_between(0, window.kernel_h / 2);
    window.pad_w = random_between(0, window.kernel_w / 2);
    if (!maximum) { window.ceil = false; }
    vgg_shape in = {random_between(1, 5), random_channels(), random_size(), random_size(),
                    random_between(0, 2)};
    vgg_shape out = in;
    out.border = random_between(0, 2);
    out.height = vgg_window_output(
        in.height, window.kernel_h, window.stride_h, window.pad_h, window.ceil);
    out.width = vgg_window_output(
        in.width, window.kernel_w, window.stride_w, window.pad_w, window.ceil);
    if (out.height < 1 || out.width < 1) {
      i--;
      continue;
    }
    char context[200];
    snprintf(context, sizeof context, "%s %s %dx%d, stride %dx%d, padding %dx%d, ceil %d, %dx%d",
             vgg_isa_name(isa), maximum ? "maximum" : "average", window.kernel_h, window.kernel_w,
             window.stride_h, window.stride_w, window.pad_h, window.pad_w, window.ceil, in.height,
             in.width);
    float *plain = random_floats(plain_count(&in));
    if (i % 5 == 0) { plain[plain_count(&in) / 2] = NAN; }
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(plain_count(&out) * sizeof *want);
    reference_window(maximum ? bin_maximum : bin_mean, &window, &in, plain, &out, want);
    vgg_status status = maximum ? vgg_max_pool(team, &window, &in, blocked, &out, result)
                                : vgg_average_pool(team, &window, &in, blocked, &out, result);
    expect(status == VGG_OK, "status", context);
    expect_blocked(team, &out, result, want, maximum ? 0 : 2e-6, context);
    out.height++;
    expect(
        vgg_max_pool(team, &window, &in, blocked, &out, result) == VGG_INVALID,
        "a wrong size is refused", context);
    free(plain);
    free(blocked);
    free(result);
    free(want);
  }
}

static void test_adaptive(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape in = {random_between(1, 3), random_channels(), random_size(), random_size(), 1};
    vgg_shape out = {in.batch, in.channels, random_between(1, 9), random_between(1, 9), i % 3};
    float *plain = random_floats(plain_count(&in));
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(plain_count(&out) * sizeof *want), *next = want;
    for (int plane = 0; plane < in.batch * in.channels; plane++) {
      for (int y = 0; y < out.height; y++) {
        for (int x = 0; x < out.width; x++) {
          int top = y * in.height / out.height, left = x * in.width / out.width;
          int bottom = (int)ceil((y + 1.0) * in.height / out.height);
          int right = (int)ceil((x + 1.0) * in.width / out.width);
          *next++ = bin_mean(
              plain + (size_t)plane * in.height * in.width, in.width, top, bottom, left, right,
              (double)(bottom - top) * (right - left));
        }
      }
    }
    vgg_adaptive_average_pool(team, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 2e-6, vgg_isa_name(isa));
    free(plain);
    free(blocked);
    free(result);
    free(want);
  }
}

static void test_local_response_norm(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape in = {random_between(1, 3), random_channels(), random_between(1, 9),
                    random_between(1, 9), i % 2};
    vgg_shape out = in;
    out.border = i % 3;
    int size = i % 4 == 0 ? random_between(8, 70) : random_between(1, 7);
    float beta = i % 2 ? 0.75f : 0.6f, alpha = 0.5f, k = 2;
    float *plain = random_floats(plain_count(&in));
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(plain_count(&out) * sizeof *want), *next = want;
    int pixels = in.height * in.width;
    for (int n = 0; n < in.batch; n++) {
      for (int c = 0; c < in.channels; c++) {
        for (int p = 0; p < pixels; p++) {
          double sum = 0;
          const float *image = plain + (size_t)n * in.channels * pixels;
          for (int j = c - size / 2; j <= c + (size - 1) / 2; j++) {
            if (j >= 0 && j < in.channels) {
              sum += (double)image[j * pixels + p] * image[j * pixels + p];
            }
          }
          *next++ = image[c * pixels + p] / pow(k + alpha / size * sum, beta);
        }
      }
    }
    vgg_local_response_norm(team, size, alpha, beta, k, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 2e-6, vgg_isa_name(isa));
    free(plain);
    free(blocked);
    free(result);
    free(want);
  }
}

static void test_elementwise(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape in = {random_between(1, 3), random_channels(), random_size(), random_size(), i % 3};
    vgg_shape out = in;
    out.border = random_between(0, 2);
    size_t count = plain_count(&in), plane = (size_t)in.height * in.width;
    float *plain = random_floats(count);
    plain[count / 3] = NAN;
    float *scale = random_floats((size_t)in.channels), *shift = random_floats((size_t)in.channels);
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(count * sizeof *want);

    for (size_t j = 0; j < count; j++) { want[j] = plain[j]; }
    vgg_copy(team, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 0, "copy");
    for (size_t j = 0; j < count; j++) { want[j] = relu_of(plain[j]); }
    vgg_relu(team, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 0, "relu");
    for (size_t j = 0; j < count; j++) {
      size_t c = j / plane % (size_t)in.channels;
      double value = (double)plain[j] * scale[c] + shift[c];
      want[j] = i % 2 ? relu_of(value) : value;
    }
    vgg_scale_shift(team, scale, shift, i % 2, &in, blocked, &in, blocked);
    float *unpacked = buffer(count * sizeof(float));
    vgg_to_plain(team, &in, blocked, unpacked);
    expect(difference(unpacked, want, count, 1) < 1e-6, "scale and shift", vgg_isa_name(isa));

    vgg_relu_plain(team, count, plain, unpacked);
    for (size_t j = 0; j < count; j++) { want[j] = relu_of(plain[j]); }
    expect(difference(unpacked, want, count, 1) == 0, "plain relu", vgg_isa_name(isa));
    free(plain);
    free(scale);
    free(shift);
    free(blocked);
    free(result);
    free(want);
    free(unpacked);
  }
}

static void test_linear(vgg_isa isa, vgg_team *const teams[3], int cases) {
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

static void test_softmax(void) {
  float x[] = {1000, 1001, 999, -5, -5, -5}, y[6];
  vgg_softmax(2, 3, x, y);
  double sum = exp(0) + exp(-1) + exp(-2);
  expect(fabs(y[1] - 1 / sum) < 1e-6 && fabs(y[2] - exp(-2) / sum) < 1e-6, "softmax", "large");
  expect(fabs(y[3] - 1.0 / 3) < 1e-6, "softmax", "equal");
}

// ---------------------------------------------------------------------------- non-finite numbers

/// A NaN in the input of a direct convolution reaches exactly the outputs whose taps touch it, through
/// ReLU and pooling; Winograd's reaches at least those.
static void test_nan(vgg_isa isa, vgg_team *team) {
  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (int a = 0; a < 4; a++) {
    for (int pool = 0; pool < 2; pool++) {
      vgg_conv conv = {1, 5, 13, 13, 1, 7, 1, 3, 3, 1, 1, 1, 1, VGG_RELU | (pool ? VGG_POOL : 0)};
      vgg_shape in = {1, 5, 13, 13, 1};
      float *plain = random_floats(5 * 13 * 13), *weights = random_floats(7 * 5 * 9);
      plain[2 * 169 + 4 * 13 + 5] = NAN;
      float *blocked = blocked_of(team, &in, plain);
      vgg_conv_plan plan;
      vgg_conv_plan_make(isa, vgg_team_threads(team), &conv, algorithms[a], &plan);
      void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
      vgg_conv_pack(&plan, team, weights, NULL, NULL, packed);
      float *out = buffer(vgg_shape_bytes(&plan.out));
      vgg_conv_run(&plan, team, packed, blocked, out, scratch);
      size_t size = (size_t)plan.out.height * plan.out.width;
      float *result = buffer(7 * size * sizeof(float));
      vgg_to_plain(team, &plan.out, out, result);
      bool reached = true, exact = true;
      for (size_t i = 0; i < 7 * size; i++) {
        int y = (int)(i % size) / plan.out.width, x = (int)(i % size) % plan.out.width;
        bool touched = pool ? y >= 1 && y <= 2 && x >= 2 && x <= 3
                            : y >= 3 && y <= 5 && x >= 4 && x <= 6;
        if (touched && !isnan(result[i])) { reached = false; }
        if (!touched && isnan(result[i])) { exact = false; }
      }
      expect(reached, "NaN is kept", vgg_algorithm_name(algorithms[a]));
      expect(exact || algorithms[a] != VGG_DIRECT, "NaN stays where it belongs", "direct");
      free(plain);
      free(weights);
      free(blocked);
      free(packed);
      free(scratch);
      free(out);
      free(result);
    }
  }
}

// ---------------------------------------------------------------------------- teams

static void test_teams(void) {
  expect(vgg_team_create(0, VGG_ISA_PORTABLE) == NULL, "teams", "no threads");
  expect(vgg_team_create(1, (vgg_isa)99) == NULL, "teams", "unknown instruction set");
  vgg_team_destroy(NULL);
  // Many short jobs, so that workers wake late, and teams that end at once.
  for (int threads = 1; threads <= 8; threads++) {
    vgg_team *team = vgg_team_create(threads, VGG_ISA_PORTABLE);
    float numbers[40000];
    for (int i = 0; i < 40000; i++) { numbers[i] = -1; }
    for (int round = 0; round < 500; round++) { vgg_relu_plain(team, 40000, numbers, numbers); }
    expect(numbers[0] == 0 && numbers[39999] == 0, "teams", "short jobs");
    vgg_team_destroy(team);
  }
}

int main(int count, char **arguments) {
  int effort = count > 1 ? atoi(arguments[1]) : 100;
  test_teams();
  test_softmax();
  for (int i = 0; i < VGG_ISA_COUNT; i++) {
    vgg_isa isa = (vgg_isa)i;
    if (!vgg_isa_available(isa)) { continue; }
    int before = passed + failed;
    vgg_team *teams[3];
    for (int t = 0; t < 3; t++) { teams[t] = vgg_team_create(t + 1, isa); }
    test_conv(isa, teams, effort);
    test_conv_refusals(isa);
    test_shared_packing(isa, teams);
    test_pooling(isa, teams[1], effort);
    test_adaptive(isa, teams[2], effort / 4);
    test_local_response_norm(isa, teams[1], effort / 4);
    test_elementwise(isa, teams[1], effort / 4);
    test_linear(isa, teams, effort);
    test_nan(isa, teams[1]);
    for (int t = 0; t < 3; t++) { vgg_team_destroy(teams[t]); }
    printf("%s: %d checks\n", vgg_isa_name(isa), passed + failed - before);
  }
  printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
