// Sliding windows and adaptive bins.

#include "kernel-tests.h"

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

/// The number of pixels in a mean: with the padding of both sides, or without.
static double counted(int start, int kernel, int size, int padding, bool count_padding) {
  return count_padding ? at_most(start + kernel, size + padding) - start
                       : at_most(start + kernel, size) - at_least(start, 0);
}

static void reference_window(
    bin_value *value, const vgg_window *w, bool count_padding, const vgg_shape *in,
    const float *plain, const vgg_shape *out, double *want) {
  for (int plane = 0; plane < in->batch * in->channels; plane++) {
    for (int y = 0; y < out->height; y++) {
      for (int x = 0; x < out->width; x++) {
        int top = y * w->stride_h - w->pad_h, left = x * w->stride_w - w->pad_w;
        *want++ = value(
            plain + (size_t)plane * in->height * in->width, in->width, at_least(top, 0),
            at_most(top + w->kernel_h, in->height), at_least(left, 0),
            at_most(left + w->kernel_w, in->width),
            counted(top, w->kernel_h, in->height, w->pad_h, count_padding)
                * counted(left, w->kernel_w, in->width, w->pad_w, count_padding));
      }
    }
  }
}

static void test_windows(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_window window = {
        .kernel_h = random_between(1, 5), .kernel_w = random_between(1, 5),
        .stride_h = random_between(1, 4), .stride_w = random_between(1, 4),
        .ceil = random_between(0, 1)};
    bool maximum = i % 2, count_padding = i % 3 > 0;
    window.pad_h = random_between(0, window.kernel_h / 2);
    window.pad_w = random_between(0, window.kernel_w / 2);
    vgg_shape in = {random_between(1, 5), random_channels(), random_size(), random_size(),
                    random_between(0, 2)};
    vgg_shape out = in;
    out.border = random_between(0, 2);
    out.height = (int32_t)vgg_window_output(
        in.height, window.kernel_h, window.stride_h, window.pad_h, 1, window.ceil);
    out.width = (int32_t)vgg_window_output(
        in.width, window.kernel_w, window.stride_w, window.pad_w, 1, window.ceil);
    if (out.height < 1 || out.width < 1) {
      i--;
      continue;
    }
    char context[200];
    snprintf(context, sizeof context, "%s %s %dx%d, stride %dx%d, padding %dx%d, counted %d, ceil %d, %dx%d",
             vgg_isa_name(isa), maximum ? "maximum" : "average", window.kernel_h, window.kernel_w,
             window.stride_h, window.stride_w, window.pad_h, window.pad_w, count_padding,
             window.ceil, in.height, in.width);
    float *plain = random_floats(plain_count(&in));
    if (i % 5 == 0) { plain[plain_count(&in) / 2] = NAN; }
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(plain_count(&out) * sizeof *want);
    reference_window(
        maximum ? bin_maximum : bin_mean, &window, count_padding, &in, plain, &out, want);
    vgg_status status = maximum ? vgg_max_pool(team, &window, &in, blocked, &out, result)
                                : vgg_average_pool(
                                      team, &window, count_padding, &in, blocked, &out, result);
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

void test_pooling(vgg_isa isa, vgg_team *const teams[3], int cases) {
  test_windows(isa, teams[1], cases);
  test_adaptive(isa, teams[2], cases / 4);
}
