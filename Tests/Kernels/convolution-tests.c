// Convolution: each algorithm against a plain sum, and the guarantees of plans, packing and NaN.

#include "kernel-tests.h"

/// Writes the convolution; returns the largest sum before ReLU, which determines the rounding error even if ReLU leaves
/// only small sums.
static double reference_conv(
    const vgg_conv *c, const float *in, const float *weights, const float *scale,
    const float *bias, int height, int width, double *out) {
  double largest = 0;
  for (int n = 0; n < c->batch; n++) {
    for (int o = 0; o < c->out_channels; o++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          int inputs = c->in_channels / c->groups, group = o / (c->out_channels / c->groups);
          for (int i = 0; i < inputs; i++) {
            for (int v = 0; v < c->kernel_h; v++) {
              for (int u = 0; u < c->kernel_w; u++) {
                int row = y * c->stride_h + v * c->dilation_h - c->pad_h;
                int column = x * c->stride_w + u * c->dilation_w - c->pad_w;
                if (row < 0 || row >= c->in_height || column < 0 || column >= c->in_width) {
                  continue;
                }
                size_t w = (((size_t)o * inputs + i) * c->kernel_h + v) * c->kernel_w + u;
                int channel = group * inputs + i;
                size_t p = (((size_t)n * c->in_channels + channel) * c->in_height + row)
                               * c->in_width + column;
                sum += (double)weights[w] * in[p];
              }
            }
          }
          sum = sum * (scale == NULL ? 1 : scale[o]) + (bias == NULL ? 0 : bias[o]);
          largest = fmax(largest, fabs(sum));
          *out++ = c->flags & VGG_RELU ? relu_of(sum) : sum;
        }
      }
    }
  }
  return largest;
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

/// The allowed error, relative to the largest output: float32 sums with as many terms as the convolution has.
static double tolerance_of(vgg_algorithm algorithm, const vgg_conv *conv) {
  switch (algorithm) {
  case VGG_DIRECT: return 1e-6 + 5e-8 * sqrt(conv->in_channels / conv->groups * conv->kernel_h * conv->kernel_w);
  case VGG_WINOGRAD_2: return 4e-6;
  case VGG_WINOGRAD_4: return 2e-5;
  case VGG_WINOGRAD_6: return 8e-5;
  }
  return 0;
}

/// Compares the plan's convolution with an activation with the one without, then the activation, then pooling:
/// the same bits.
static void check_activated(
    const vgg_conv_plan *plan, vgg_team *team, const void *packed, const float *in, void *scratch,
    const char *context) {
  vgg_activation activation = {(vgg_function)random_between(0, VGG_TANH), 0.3f};
  float *fused = buffer(vgg_shape_bytes(&plan->out));
  vgg_conv_run(plan, team, packed, &activation, in, fused, scratch);
  vgg_conv conv = plan->conv;
  conv.flags &= ~(uint32_t)VGG_POOL;
  vgg_conv_plan whole;
  vgg_status status = vgg_conv_plan_make(plan->isa, plan->threads, &conv, plan->algorithm, &whole);
  expect(status == VGG_OK, "plan without pooling", context);
  float *map = buffer(vgg_shape_bytes(&whole.out));
  void *more = buffer(whole.scratch_bytes);
  vgg_conv_run(&whole, team, packed, NULL, in, map, more);
  vgg_activate(team, &activation, &whole.out, map, &whole.out, map);
  float *want = map;
  if (plan->conv.flags & VGG_POOL) {
    vgg_window window = {2, 2, 2, 2, 0, 0, false};
    want = buffer(vgg_shape_bytes(&plan->out));
    vgg_max_pool(team, &window, &whole.out, map, &plan->out, want);
  }
  // A row or column that pooling drops may change how tiles of 4 and 6 cover the map.
  bool drops = plan->conv.flags & VGG_POOL && (plan->conv_height % 2 == 1 || plan->conv_width % 2 == 1);
  if (!drops || plan->algorithm != VGG_WINOGRAD_6) {
    expect(memcmp(want, fused, vgg_shape_bytes(&plan->out)) == 0, "an activation", context);
  }
  if (want != map) { free(want); }
  RELEASE(fused, map, more);
}

/// Runs one convolution on teams of 1 to 3 threads with every algorithm that takes it.
static void check_conv(vgg_isa isa, vgg_team *const teams[3], const vgg_conv *conv) {
  size_t inputs = (size_t)conv->batch * conv->in_channels * conv->in_height * conv->in_width;
  size_t weight_count =
      (size_t)conv->out_channels * (conv->in_channels / conv->groups) * conv->kernel_h
      * conv->kernel_w;
  float *plain = random_floats(inputs), *weights = random_floats(weight_count);
  bool scaled = random_between(0, 1), biased = random_between(0, 3) > 0;
  float *scale = scaled ? random_floats((size_t)conv->out_channels) : NULL;
  float *bias = biased ? random_floats((size_t)conv->out_channels) : NULL;
  vgg_shape in_shape = {
      conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
  bool plain_input = conv->flags & VGG_PLAIN_INPUT;
  float *blocked = plain_input ? NULL : blocked_of(teams[0], &in_shape, plain);
  double *want = NULL, shrink = 1;

  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (int a = 0; a < 4; a++) {
    float *first_result = NULL;
    for (int t = 0; t < 3; t++) {
      char context[300];
      snprintf(
          context, sizeof context,
          "%s %s threads %d: batch %d, %dx%dx%d border %d -> %d border %d, kernel %dx%d, stride "
          "%dx%d, padding %dx%d, dilation %dx%d, groups %d, flags %u", vgg_isa_name(isa),
          vgg_algorithm_name(algorithms[a]), t + 1, conv->batch, conv->in_channels,
          conv->in_height, conv->in_width, conv->in_border, conv->out_channels, conv->out_border,
          conv->kernel_h, conv->kernel_w, conv->stride_h, conv->stride_w, conv->pad_h,
          conv->pad_w, conv->dilation_h, conv->dilation_w, conv->groups, conv->flags);
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
        double largest = reference_conv(
            conv, plain, weights, scale, bias, plan.conv_height, plan.conv_width, want);
        if (conv->flags & VGG_POOL) {
          double *pooled = malloc(results * sizeof *pooled);
          reference_pool_2x2(
              want, conv->batch * conv->out_channels, plan.conv_height, plan.conv_width, pooled);
          free(want);
          want = pooled;
        }
        shrink = largest / largest_of(want, results);
      }
      void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
      vgg_conv_pack(&plan, teams[t], weights, scale, bias, packed);
      float *out = buffer(vgg_shape_bytes(&plan.out));
      const float *in = plain_input ? plain : blocked;
      vgg_conv_run(&plan, teams[t], packed, NULL, in, out, scratch);
      expect_blocked(
          teams[t], &plan.out, out, want, tolerance_of(algorithms[a], conv) * fmax(shrink, 1),
          context);
      if (!(conv->flags & VGG_RELU)) {
        check_activated(&plan, teams[t], packed, in, scratch, context);
      }
      if (first_result == NULL) {
        first_result = out;
      } else {
        expect(
            memcmp(first_result, out, vgg_shape_bytes(&plan.out)) == 0,
            "the same bits with another thread count", context);
        vgg_conv_run(&plan, teams[t], packed, NULL, in, out, scratch);
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

/// Every map size from 1 to 37 with every batch from 1 to 5, square and not, with channels that in turn
/// fill a vector, do not, and take several.
static void test_grid(vgg_isa isa, vgg_team *const teams[3]) {
  static const int channels[] = {1, 3, 5, 15, 16, 17, 24, 31, 33};
  int count = sizeof channels / sizeof *channels, point = 0;
  for (int size = 1; size <= 37; size++) {
    for (int batch = 1; batch <= 5; batch++) {
      for (int square = 0; square < 2; square++, point++) {
        int width = square ? size : 38 - size;
        bool pool = (size + batch + square) % 2 && size > 1 && width > 1;
        vgg_conv conv = {
            batch, channels[point % count], size, width, 1, channels[point / count % count], 1, 3, 3,
            1, 1, 1, 1, 1, 1, 1, VGG_RELU | (pool ? VGG_POOL : 0)};
        check_conv(isa, teams, &conv);
      }
    }
  }
}

static void test_random(vgg_isa isa, vgg_team *const teams[3], int cases) {
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
        .dilation_h = 1,
        .dilation_w = 1,
        .groups = 1,
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
  vgg_conv many_tiles = {1, 16, 75, 81, 1, 20, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, VGG_RELU | VGG_POOL};
  vgg_conv many_channels = {3, 150, 9, 7, 1, 70, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, VGG_RELU};
  vgg_conv first_layer = {
      2, 3, 37, 33, 0, 64, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, VGG_RELU | VGG_PLAIN_INPUT};
  check_conv(isa, teams, &many_tiles);
  check_conv(isa, teams, &many_channels);
  check_conv(isa, teams, &first_layer);
}

/// Dilation and groups: depthwise, with several outputs per channel, with groups of whole blocks, of a few
/// channels and of odd numbers; kernels, strides and paddings as rectangles on rectangular maps.
static void test_dilated_and_grouped(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    bool three = i % 3 == 0, grouped = i % 4 != 0;
    random_groups groups = grouped ? random_group_sizes()
                                   : (random_groups){1, random_channels(), random_channels()};
    vgg_conv conv = {
        .batch = random_between(1, 3),
        .in_channels = groups.count * groups.inputs,
        .in_height = random_size(),
        .in_width = random_size(),
        .out_channels = groups.count * groups.outputs,
        .out_border = random_between(0, 2),
        .kernel_h = three ? 3 : random_between(1, 7),
        .kernel_w = three ? 3 : random_between(1, 7),
        .stride_h = three ? 1 : random_between(1, 3),
        .stride_w = three ? 1 : random_between(1, 3),
        .pad_h = random_between(0, 5),
        .pad_w = random_between(0, 5),
        .dilation_h = random_between(1, 4),
        .dilation_w = random_between(1, 4),
        .groups = groups.count,
        .flags = (uint32_t)random_between(0, grouped ? 3 : 7),
    };
    if (i % 5 == 0) { conv.dilation_h = conv.dilation_w = random_between(1, 2); }
    conv.in_border = conv.pad_h > conv.pad_w ? conv.pad_h : conv.pad_w;
    conv.in_border += random_between(0, 1);
    int pool = conv.flags & VGG_POOL ? 1 : 0;
    int free_rows = conv.in_height + 2 * conv.pad_h - conv.dilation_h * (conv.kernel_h - 1) - 1;
    int free_columns = conv.in_width + 2 * conv.pad_w - conv.dilation_w * (conv.kernel_w - 1) - 1;
    int height = free_rows / conv.stride_h + 1, width = free_columns / conv.stride_w + 1;
    double work = (double)conv.batch * height * width * conv.kernel_h * conv.kernel_w
                  * groups.inputs * conv.out_channels;
    if (free_rows < 0 || free_columns < 0 || height <= pool || width <= pool || work > 8e6) {
      i--;
      continue;
    }
    check_conv(isa, teams, &conv);
  }
  // A depthwise layer of several bands, one whose bands are gathered, groups that straddle panels.
  vgg_conv depthwise = {
      1, 40, 60, 75, 1, 40, 1, 3, 3, 1, 1, 1, 1, 1, 1, 40, VGG_RELU | VGG_POOL};
  vgg_conv gathered = {2, 24, 70, 81, 2, 24, 0, 3, 3, 2, 1, 1, 2, 1, 2, 6, VGG_RELU};
  vgg_conv panels = {2, 96, 15, 12, 2, 144, 1, 3, 3, 1, 1, 2, 2, 2, 2, 3, VGG_RELU};
  check_conv(isa, teams, &depthwise);
  check_conv(isa, teams, &gathered);
  check_conv(isa, teams, &panels);
  vgg_conv whole_panels = {2, 96, 17, 14, 1, 192, 1, 3, 3, 1, 1, 1, 1, 1, 1, 3, VGG_POOL};
  check_conv(isa, teams, &whole_panels);
}

static void test_conv_refusals(vgg_isa isa) {
  vgg_conv good = {1, 8, 9, 9, 1, 8, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, 0};
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
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.dilation_h = 0);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.dilation_w = 6);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.groups = 0);
  REFUSES(VGG_INVALID, VGG_DIRECT, conv.groups = 3);
  REFUSES(VGG_OK, VGG_DIRECT, conv.groups = 4);
  REFUSES(VGG_UNSUPPORTED, VGG_DIRECT, conv.groups = 4; conv.flags = VGG_PLAIN_INPUT);
  REFUSES(VGG_UNSUPPORTED, VGG_WINOGRAD_4, conv.groups = 2);
  REFUSES(VGG_TOO_LARGE, VGG_DIRECT, conv.dilation_h = INT32_MAX);
  REFUSES(VGG_TOO_LARGE, VGG_DIRECT, conv.in_height = conv.in_width = INT32_MAX);
  REFUSES(VGG_TOO_LARGE, VGG_DIRECT, conv.in_channels = conv.out_channels = INT32_MAX / 2);
#undef REFUSES
  vgg_conv conv = good;
  conv.flags = VGG_EXACT;
  expect(vgg_conv_choose(isa, 2, &conv) == VGG_DIRECT, "exact", "chooses direct");
  conv.flags = 0, conv.groups = 8;
  expect(vgg_conv_choose(isa, 2, &conv) == VGG_DIRECT, "depthwise", "chooses direct");
}

/// Packed weights are the same for another batch, map size and thread count.
static void test_shared_packing(vgg_isa isa, vgg_team *const teams[3]) {
  static const vgg_algorithm algorithms[] = {VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_6};
  for (int a = 0; a < 3; a++) {
    vgg_conv one = {1, 20, 9, 9, 1, 40, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, 0};
    vgg_conv other = {4, 20, 30, 17, 2, 40, 0, 3, 3, 1, 1, 2, 2, 1, 1, 1, VGG_RELU | VGG_POOL};
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

/// A NaN in one group's channel reaches no other group's outputs, at any place in a block.
static void test_nan_of_a_group(vgg_isa isa, vgg_team *team) {
  static const int sizes[][3] = {{20, 1, 1}, {10, 3, 2}, {3, 16, 32}, {2, 20, 20}};
  for (int s = 0; s < 4; s++) {
    int groups = sizes[s][0], inputs = sizes[s][1], outputs = sizes[s][2];
    vgg_conv conv = {
        1, groups * inputs, 6, 5, 1, groups * outputs, 1, 3, 3, 1, 1, 1, 1, 1, 1, groups, 0};
    vgg_shape in = {1, conv.in_channels, 6, 5, 1};
    float *plain = random_floats(plain_count(&in));
    float *weights = random_floats((size_t)conv.out_channels * inputs * 9);
    int ill = groups / 2;
    plain[(size_t)(ill * inputs) * 30 + 12] = NAN;
    float *blocked = blocked_of(team, &in, plain);
    vgg_conv_plan plan;
    vgg_conv_plan_make(isa, vgg_team_threads(team), &conv, VGG_DIRECT, &plan);
    void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
    vgg_conv_pack(&plan, team, weights, NULL, NULL, packed);
    float *out = buffer(vgg_shape_bytes(&plan.out));
    vgg_conv_run(&plan, team, packed, NULL, blocked, out, scratch);
    float *result = buffer(plain_count(&plan.out) * sizeof(float));
    vgg_to_plain(team, &plan.out, out, result);
    bool reached = true, exact = true;
    for (int o = 0; o < conv.out_channels; o++) {
      bool any = false;
      for (int p = 0; p < 30; p++) { any |= isnan(result[o * 30 + p]); }
      if (o / outputs == ill && !any) { reached = false; }
      if (o / outputs != ill && any) { exact = false; }
    }
    expect(reached && exact, "NaN stays in its group", vgg_isa_name(isa));
    RELEASE(plain, weights, blocked, packed, scratch, out, result);
  }
}

/// A NaN in the input of a direct convolution reaches exactly the outputs whose taps touch it, through
/// ReLU and pooling; Winograd's reaches at least those.
static void test_nan(vgg_isa isa, vgg_team *team) {
  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (int a = 0; a < 4; a++) {
    for (int pool = 0; pool < 2; pool++) {
      vgg_conv conv = {
          1, 5, 13, 13, 1, 7, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, VGG_RELU | (pool ? VGG_POOL : 0)};
      vgg_shape in = {1, 5, 13, 13, 1};
      float *plain = random_floats(5 * 13 * 13), *weights = random_floats(7 * 5 * 9);
      plain[2 * 169 + 4 * 13 + 5] = NAN;
      float *blocked = blocked_of(team, &in, plain);
      vgg_conv_plan plan;
      vgg_conv_plan_make(isa, vgg_team_threads(team), &conv, algorithms[a], &plan);
      void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
      vgg_conv_pack(&plan, team, weights, NULL, NULL, packed);
      float *out = buffer(vgg_shape_bytes(&plan.out));
      vgg_conv_run(&plan, team, packed, NULL, blocked, out, scratch);
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

void test_convolution(vgg_isa isa, vgg_team *const teams[3], int cases) {
  test_grid(isa, teams);
  test_random(isa, teams, cases);
  test_dilated_and_grouped(isa, teams, 2 * cases);
  test_conv_refusals(isa);
  test_shared_packing(isa, teams);
  test_nan(isa, teams[1]);
  test_nan_of_a_group(isa, teams[2]);
}
