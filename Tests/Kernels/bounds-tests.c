// Sizes near the bounds: the plans and sizes for shapes of any numbers, and every kernel on tensors of
// more than 2^31 numbers, whose indices overflow 32-bit products.

#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

#include "kernel-tests.h"

// ------------------------------------------------------------------ any numbers

/// A small number, a power of two or its neighbour, or an end of 32 bits.
static int32_t edge(void) {
  int32_t power = 1 << random_between(0, 30);
  switch (random_between(0, 9)) {
  case 0: return power - 1;
  case 1: return power + 1;
  case 2: return INT32_MAX - random_between(0, 2);
  case 3: return random_between(-2, 0);
  case 4: return power;
  default: return random_between(1, 20);
  }
}

static int32_t small_edge(int32_t most) {
  int32_t number = edge();
  return random_between(0, 3) == 0 ? number : number < 0 ? 0 : number % (most + 1);
}

static bool fits(__int128 bytes) { return bytes <= (__int128)1 << 40; }

static __int128 blocked_bytes(const vgg_shape *s) {
  __int128 blocks = ((__int128)s->channels + VGG_BLOCK - 1) / VGG_BLOCK;
  __int128 height = s->height + (__int128)2 * s->border, width = s->width + (__int128)2 * s->border;
  // Each factor is below 2^34, so that three of them may pass 2^100; a fourth is asked only when they do not.
  __int128 pixels = height * width;
  if (pixels > (__int128)1 << 40) { return pixels; }
  return pixels * blocks > (__int128)1 << 60 ? pixels * blocks : pixels * blocks * s->batch * VGG_BLOCK * 4;
}

static void check_shape(void) {
  vgg_shape shape = {small_edge(70), edge(), edge(), edge(), small_edge(3)};
  bool valid = shape.batch > 0 && shape.channels > 0 && shape.height > 0 && shape.width > 0
               && shape.border >= 0;
  __int128 bytes = valid ? blocked_bytes(&shape) : 0;
  char context[100];
  snprintf(context, sizeof context, "%d x %d x %d x %d, border %d", shape.batch, shape.channels,
           shape.height, shape.width, shape.border);
  expect(vgg_shape_bytes(&shape) == (valid && fits(bytes) ? (size_t)bytes : 0), "bytes of a shape", context);
  if (vgg_shape_bytes(&shape) == 0) { return; }
  expect(vgg_channel_scratch_bytes(&shape) > 0, "scratch for channels", context);
  expect(vgg_local_response_norm_scratch_bytes(64, &shape) > 0, "scratch for normalisation", context);
}

static void check_window(void) {
  int32_t size = edge(), kernel = edge(), stride = edge(), padding = small_edge(3);
  int32_t dilation = random_between(0, 1) ? 1 : edge();
  bool ceil = random_between(0, 1);
  if (size < 1 || kernel < 1 || padding < 0 || dilation < 1) { return; }
  int64_t output = vgg_window_output(size, kernel, stride, padding, dilation, ceil);
  bool within = output >= 0 && (output == 0 || (output - 1) * (__int128)stride < (__int128)size + 2 * (__int128)padding);
  char context[100];
  snprintf(context, sizeof context, "size %d, kernel %d, stride %d, padding %d, dilation %d", size, kernel,
           stride, padding, dilation);
  expect(within, "the last window starts within the map", context);
}

static void check_plans(vgg_isa isa) {
  vgg_conv conv = {
      .batch = small_edge(70), .in_channels = edge(), .in_height = edge(), .in_width = edge(),
      .in_border = small_edge(3), .out_channels = edge(), .out_border = small_edge(3),
      .kernel_h = random_between(0, 2) ? 3 : edge(), .kernel_w = random_between(0, 2) ? 3 : edge(),
      .stride_h = random_between(0, 2) ? 1 : edge(), .stride_w = random_between(0, 2) ? 1 : edge(),
      .pad_h = small_edge(2), .pad_w = small_edge(2),
      .dilation_h = random_between(0, 2) ? 1 : edge(), .dilation_w = random_between(0, 2) ? 1 : edge(),
      .groups = 1, .flags = (uint32_t)random_between(0, 15)};
  switch (random_between(0, 5)) {
  case 0: conv.groups = edge(); break;
  case 1: conv.groups = conv.in_channels = conv.out_channels; break;
  case 2:
    // Some numbers that do divide the channels.
    conv.groups = random_between(1, 40);
    conv.in_channels = conv.in_channels / conv.groups * conv.groups;
    conv.out_channels = conv.out_channels / conv.groups * conv.groups;
    break;
  default: break;
  }
  char context[350];
  snprintf(
      context, sizeof context,
      "%s: batch %d, %dx%dx%d border %d -> %d border %d, kernel %dx%d, stride %dx%d, padding %dx%d, "
      "dilation %dx%d, groups %d, flags %u",
      vgg_isa_name(isa), conv.batch, conv.in_channels, conv.in_height, conv.in_width, conv.in_border,
      conv.out_channels, conv.out_border, conv.kernel_h, conv.kernel_w, conv.stride_h, conv.stride_w,
      conv.pad_h, conv.pad_w, conv.dilation_h, conv.dilation_w, conv.groups, conv.flags);
  int threads = random_between(1, 200);
  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  bool planned = false;
  for (int a = 0; a < 4; a++) {
    vgg_conv_plan plan;
    if (vgg_conv_plan_make(isa, threads, &conv, algorithms[a], &plan) != VGG_OK) { continue; }
    planned = true;
    expect(vgg_shape_bytes(&plan.out) > 0, "the output's size is within bounds", context);
    expect(fits(plan.scratch_bytes), "the scratch is within bounds", context);
    // The bias comes in addition to the weights.
    expect(plan.packed_bytes > 0 && plan.packed_bytes <= (size_t)3 << 39, "the packed weights are within bounds", context);
  }
  vgg_algorithm chosen = vgg_conv_choose(isa, threads, &conv);
  vgg_conv_plan plan;
  expect(
      !planned || vgg_conv_plan_make(isa, threads, &conv, chosen, &plan) == VGG_OK || chosen == VGG_DIRECT,
      "the choice can be planned", context);
  for (int a = 0; a < 3; a += 2) {
    vgg_weight_gradient_plan gradient;
    if (vgg_weight_gradient_plan_make(isa, threads, &conv, algorithms[a], &gradient) != VGG_OK) { continue; }
    expect(fits(gradient.scratch_bytes), "a gradient's scratch is within bounds", context);
    expect(vgg_input_gradient_scratch_bytes(&conv) > 0, "an input gradient's scratch", context);
    vgg_conv turned;
    if (vgg_input_gradient_conv(&conv, &turned) == VGG_OK) {
      expect(turned.in_height > 0 && turned.in_width > 0, "a turned convolution's size", context);
    }
  }
  vgg_weight_gradient_choose(&conv);
}

static void check_linear_sizes(vgg_isa isa) {
  int32_t batch = random_between(1, 1 << 16), inputs = edge(), outputs = edge();
  size_t columns = vgg_columns_bytes(inputs, outputs), panels = vgg_panels_bytes(isa, inputs, outputs);
  if (inputs < 1 || outputs < 1) {
    expect(columns == 0 && panels == 0, "no bytes for no layer", "linear");
    return;
  }
  __int128 plain = (__int128)inputs * outputs * 4;
  expect(columns == 0 ? plain * 64 > (__int128)1 << 40 : columns >= (size_t)plain, "columns", "bytes");
  expect(panels == 0 ? plain * 64 > (__int128)1 << 40 : panels >= (size_t)plain, "panels", "bytes");
  if (columns > 0) { vgg_columns_scratch_bytes(batch, inputs, outputs); }
  if (panels > 0) { vgg_panels_scratch_bytes(isa, 200, batch, inputs); }
  if (panels > 0) { vgg_linear_gradient_scratch_bytes(200, batch, inputs, outputs); }
}

/// The widest and the highest map whose border does not fit 32 bits with it.
static void check_longest_sides(void) {
  vgg_shape wide = {1, 1, 1, INT32_MAX, 1}, high = {1, 1, INT32_MAX, 1, 1};
  size_t bytes = 3 * ((size_t)INT32_MAX + 2) * VGG_BLOCK * sizeof(float);
  expect(vgg_shape_bytes(&wide) == bytes, "bytes of the widest map", "with a border");
  expect(vgg_shape_bytes(&high) == bytes, "bytes of the highest map", "with a border");
}

void test_bounds(vgg_isa isa, int cases) {
  check_longest_sides();
  for (int i = 0; i < cases; i++) {
    check_shape();
    check_window();
    check_plans(isa);
    check_linear_sizes(isa);
  }
}

// ------------------------------------------------------------------ more than 2^31 numbers

/// The requested amount of address space, in which every part of 32 MiB is the same memory, with nothing on either
/// side: a wrongly computed place is not mapped. The numbers mean nothing.
typedef struct large_buffer {
  char *reserved;
  size_t size;
  float *floats;
} large_buffer;

enum { PART = 32 << 20 };

static large_buffer large(int memory, size_t bytes) {
  // Ends where the last part does, so that one number more is not mapped.
  size_t size = (bytes + PART - 1) / PART * PART, all = size + 2 * (size_t)PART;
  char *reserved = mmap(NULL, all, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (reserved == MAP_FAILED) { abort(); }
  for (size_t place = 0; place < size; place += PART) {
    if (mmap(reserved + PART + place, PART, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, memory, 0)
        == MAP_FAILED) {
      abort();
    }
  }
  size_t start = (size - bytes) / VGG_ALIGNMENT * VGG_ALIGNMENT;
  return (large_buffer){reserved, all, (float *)(reserved + PART + start)};
}

static void done(vgg_isa isa, const char *what) {
  printf("%s: %s\n", vgg_isa_name(isa), what);
  fflush(stdout);
  expect(true, what, "more than 2^31 numbers");
}

static void large_maps(vgg_isa isa, vgg_team *team, int memory) {
  vgg_shape shape = {1, 16, 11600, 11601, 1}, half = {1, 16, 5800, 5800, 0};
  size_t bytes = vgg_shape_bytes(&shape), plain = plain_count(&shape) * sizeof(float);
  large_buffer a = large(memory, bytes), b = large(memory, bytes), c = large(memory, bytes), p = large(memory, plain);
  float scale[16] = {1}, shift[16] = {0}, sums[16], more[16];
  void *scratch = buffer(vgg_channel_scratch_bytes(&shape));
  expect(vgg_to_blocked(team, &shape, p.floats, a.floats) == VGG_OK, "to blocked", "large");
  expect(vgg_to_plain(team, &shape, a.floats, p.floats) == VGG_OK, "to plain", "large");
  done(isa, "layouts");
  expect(vgg_relu(team, &shape, a.floats, &shape, b.floats) == VGG_OK, "relu", "large");
  expect(vgg_scale_shift(team, scale, shift, true, NULL, &shape, a.floats, &shape, b.floats) == VGG_OK, "scale", "large");
  vgg_dropout dropout = {1, 0.5};
  expect(vgg_dropout_blocked(team, &dropout, &shape, a.floats, &shape, b.floats) == VGG_OK, "dropout", "large");
  done(isa, "maps");
  vgg_window window = {2, 2, 2, 2, 0, 0, false};
  expect(vgg_max_pool(team, &window, &shape, a.floats, &half, b.floats) == VGG_OK, "pooling", "large");
  expect(
      vgg_max_pool_gradient(
          team, &window, true, &shape, a.floats, &half, b.floats, &half, b.floats, &shape, c.floats) == VGG_OK,
      "pooling gradient", "large");
  done(isa, "pooling");
  expect(vgg_channel_sums(team, &shape, a.floats, sums, scratch) == VGG_OK, "sums", "large");
  expect(vgg_relu_gradient(team, &shape, a.floats, &shape, b.floats, sums, scratch) == VGG_OK, "relu gradient", "large");
  expect(vgg_batch_statistics(team, &shape, a.floats, sums, more, scratch) == VGG_OK, "statistics", "large");
  vgg_batch_norm norm = {scale, scale, scale, shift, true};
  expect(
      vgg_batch_norm_gradient(team, &norm, &shape, a.floats, &shape, b.floats, sums, more, scratch) == VGG_OK,
      "batch norm gradient", "large");
  done(isa, "gradients of maps");
  free(scratch);
  munmap(a.reserved, a.size), munmap(b.reserved, b.size), munmap(c.reserved, c.size), munmap(p.reserved, p.size);
}

static void large_convolution(vgg_isa isa, vgg_team *team, int memory, const vgg_conv *conv) {
  vgg_shape in = {1, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
  float *weights = random_floats(2 * 3 * 9), *turned = random_floats(2 * 3 * 9);
  large_buffer a = large(memory, vgg_shape_bytes(&in)), b = large(memory, vgg_shape_bytes(&in));
  static const vgg_algorithm algorithms[] = {VGG_DIRECT, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (int i = 0; i < 3; i++) {
    vgg_conv_plan plan;
    if (vgg_conv_plan_make(isa, vgg_team_threads(team), conv, algorithms[i], &plan) != VGG_OK) { continue; }
    void *packed = buffer(plan.packed_bytes), *scratch = buffer(plan.scratch_bytes);
    vgg_conv_pack(&plan, team, weights, NULL, NULL, packed);
    vgg_conv_run(&plan, team, packed, NULL, a.floats, b.floats, scratch);
    free(packed), free(scratch);
  }
  done(isa, "convolution");
  for (int i = 0; i < 2; i++) {
    vgg_weight_gradient_plan plan;
    if (vgg_weight_gradient_plan_make(isa, vgg_team_threads(team), conv, algorithms[i], &plan) != VGG_OK) { continue; }
    void *scratch = buffer(plan.scratch_bytes);
    vgg_weight_gradient_run(&plan, team, a.floats, b.floats, turned, scratch);
    free(scratch);
  }
  void *scratch = buffer(vgg_input_gradient_scratch_bytes(conv));
  expect(
      vgg_input_gradient(team, conv, weights, b.floats, a.floats, scratch) == VGG_OK, "input gradient", "large");
  done(isa, "gradients of a convolution");
  free(weights), free(turned), free(scratch);
  munmap(a.reserved, a.size), munmap(b.reserved, b.size);
}

static void large_convolutions(vgg_isa isa, vgg_team *team, int memory) {
  vgg_conv plain = {1, 2, 11600, 11601, 1, 3, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1, VGG_RELU};
  vgg_conv dilated = {1, 2, 11600, 11601, 2, 3, 2, 3, 3, 1, 1, 2, 2, 2, 2, 1, VGG_RELU};
  vgg_conv depthwise = {1, 3, 11600, 11601, 1, 3, 1, 3, 3, 1, 1, 1, 1, 1, 1, 3, VGG_RELU};
  vgg_conv grouped = {1, 4, 11600, 11601, 1, 2, 1, 3, 3, 1, 1, 1, 1, 1, 1, 2, VGG_RELU};
  large_convolution(isa, team, memory, &plain);
  large_convolution(isa, team, memory, &dilated);
  large_convolution(isa, team, memory, &depthwise);
  large_convolution(isa, team, memory, &grouped);
}

static void large_linear(vgg_isa isa, vgg_team *team, int memory) {
  int inputs = 46400, outputs = 46401;
  size_t count = (size_t)inputs * outputs;
  large_buffer weights = large(memory, count * sizeof(float));
  size_t most = vgg_panels_bytes(isa, inputs, outputs), columns = vgg_columns_bytes(inputs, outputs);
  large_buffer packed = large(memory, most > columns ? most : columns);
  float *x = random_floats(2 * (size_t)inputs), *y = random_floats(2 * (size_t)outputs);
  expect(vgg_linear(team, 2, inputs, outputs, true, NULL, weights.floats, NULL, x, y) == VGG_OK, "linear", "large");
  vgg_columns_pack(team, inputs, outputs, 0, outputs, weights.floats, packed.floats);
  void *scratch = buffer(vgg_columns_scratch_bytes(2, inputs, outputs));
  expect(
      vgg_linear_columns(team, 2, inputs, outputs, true, NULL, packed.floats, NULL, x, y, scratch) == VGG_OK, "columns", "large");
  free(scratch);
  vgg_panels_pack(team, inputs, 0, outputs, weights.floats, packed.floats);
  scratch = buffer(vgg_panels_scratch_bytes(isa, vgg_team_threads(team), 2, inputs));
  expect(
      vgg_linear_panels(team, 2, inputs, outputs, true, NULL, packed.floats, NULL, x, y, scratch) == VGG_OK, "panels", "large");
  free(scratch);
  done(isa, "linear");
  scratch = buffer(vgg_linear_gradient_scratch_bytes(vgg_team_threads(team), 2, inputs, outputs));
  expect(
      vgg_linear_weight_gradient(team, 2, inputs, outputs, x, y, weights.floats, y, scratch) == VGG_OK,
      "weight gradient", "large");
  expect(
      vgg_linear_input_gradient(team, 2, inputs, outputs, weights.floats, y, x, scratch) == VGG_OK,
      "input gradient", "large");
  done(isa, "gradients of linear");
  void *squares = buffer(vgg_squares_scratch_bytes(count));
  vgg_sum_of_squares(team, count, weights.floats, squares);
  vgg_sgd sgd = {0.1f, 0.9f, 0.01f, 0.5f};
  vgg_sgd_update(team, &sgd, count, weights.floats, packed.floats, weights.floats);
  vgg_adam adam = {0.01f, 0.9f, 0.99f, 0.7f, 1e-3f, 0.01f, 0.5f};
  vgg_adam_update(team, &adam, count, weights.floats, packed.floats, packed.floats, weights.floats);
  vgg_dropout dropout = {1, 0.5};
  vgg_dropout_plain(team, &dropout, count, weights.floats, packed.floats);
  vgg_relu_gradient_plain(team, count, weights.floats, packed.floats);
  done(isa, "optimisers");
  free(x), free(y), free(scratch), free(squares);
  munmap(weights.reserved, weights.size), munmap(packed.reserved, packed.size);
}

/// A file that exists only in memory, if the system supports that.
static int shared_memory(void) {
#ifdef __linux__
  return memfd_create("kernel-tests", 0);
#else
  char name[] = "/tmp/kernel-tests.XXXXXX";
  int file = mkstemp(name);
  return file >= 0 && unlink(name) == 0 ? file : -1;
#endif
}

void test_large(vgg_isa isa, vgg_team *team) {
  int memory = shared_memory();
  if (memory < 0 || ftruncate(memory, PART) != 0) { abort(); }
  large_maps(isa, team, memory);
  large_convolutions(isa, team, memory);
  large_linear(isa, team, memory);
  close(memory);
}
