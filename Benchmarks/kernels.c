// Times the kernels alone: the layers of VGG-16 and of a 32 x 32 network for each algorithm, layers with dilation and groups,
// activations, or a whole network in a real chain of buffers, with random weights.
//
//   clang -O2 -ISources/VGGKernels/include -ISources/VGGKernels Benchmarks/kernels.c \
//       $(find Sources/VGGKernels -name '*.c') -o /tmp/kernels -lpthread -lm
//   /tmp/kernels layers|shapes|activations|mobilenet|dilated [threads] [batch] [isa]
//   /tmp/kernels vgg16|vgg11|custom [threads] [batch] [isa] [winograd size for all layers, or 0]
//
// On a busy machine, compare algorithms with one thread and -DVGG_CLOCK=CLOCK_PROCESS_CPUTIME_ID.
//
// Each line has the median and the minimum of several rounds in milliseconds, and the GFLOP/s that a
// direct convolution would need to take as long ("effective") next to those of the products.

#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "VGGKernels.h"

#if !defined(VGG_CLOCK)
#define VGG_CLOCK CLOCK_MONOTONIC
#endif

enum { ROUNDS = 15, MAX_LAYERS = 32 };

static double now(void) {
  struct timespec time;
  clock_gettime(VGG_CLOCK, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static void *buffer(size_t bytes) {
  size_t huge = (size_t)2 << 20, size = (bytes + huge - 1) / huge * huge;
  void *memory = aligned_alloc(huge, size + huge);
#if defined(MADV_HUGEPAGE)
  madvise(memory, size + huge, MADV_HUGEPAGE);
#endif
  memset(memory, 0, size);
  return memory;
}

static uint32_t random_state = 1;
static float random_number(void) {
  random_state = random_state * 1664525 + 1013904223;
  return (float)(random_state >> 8) / (1 << 23) - 1;
}

static float *random_floats(size_t count, float scale) {
  float *numbers = buffer(count * sizeof(float));
  for (size_t i = 0; i < count; i++) { numbers[i] = random_number() * scale; }
  return numbers;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(const double *times, int count) {
  double sorted[ROUNDS];
  memcpy(sorted, times, (size_t)count * sizeof *times);
  qsort(sorted, (size_t)count, sizeof *sorted, compare);
  return sorted[count / 2];
}

static double least(const double *times, int count) {
  double result = times[0];
  for (int i = 1; i < count; i++) { result = times[i] < result ? times[i] : result; }
  return result;
}

typedef struct layer {
  vgg_conv_plan plan;
  void *packed;
  double times[ROUNDS];
} layer;

static double direct_flops(const vgg_conv_plan *plan) {
  const vgg_conv *conv = &plan->conv;
  return 2.0 * conv->batch * conv->out_channels * plan->conv_height * plan->conv_width
         * (conv->in_channels / conv->groups) * conv->kernel_h * conv->kernel_w;
}

/// `chosen`: the cost model's choice, marked with a star.
static void print_conv(const layer *layer, vgg_algorithm chosen) {
  const vgg_conv_plan *plan = &layer->plan;
  double time = median(layer->times, ROUNDS);
  printf("%4d -> %4d @%3d%s %-10s%c %7.3f ms (least %7.3f)  effective %6.0f  products %4.0f GFLOP/s"
         "  weights %5.1f MB  %s blocks of %d\n",
         plan->conv.in_channels, plan->conv.out_channels, plan->conv.in_height,
         plan->conv.flags & VGG_POOL ? "p" : " ", vgg_algorithm_name(plan->algorithm),
         plan->algorithm == chosen ? '*' : ' ', time,
         least(layer->times, ROUNDS), direct_flops(plan) / time * 1e-6,
         plan->product_flops / time * 1e-6, (double)plan->packed_bytes * 1e-6,
         plan->shared_blocks ? "shared" : "private", plan->block_tiles);
}

/// Plans and packs a layer; returns the time that packing took.
static double prepare(layer *layer, vgg_team *team, const vgg_conv *conv, vgg_algorithm algorithm) {
  vgg_status status = vgg_conv_plan_make(
      vgg_team_isa(team), vgg_team_threads(team), conv, algorithm, &layer->plan);
  if (status != VGG_OK) {
    fprintf(stderr, "no plan: status %d\n", status);
    exit(1);
  }
  size_t inputs = (size_t)(conv->in_channels / conv->groups) * conv->kernel_h * conv->kernel_w;
  size_t count = inputs * conv->out_channels;
  float *weights = random_floats(count, sqrtf(6.0f / (float)inputs));
  float *bias = random_floats((size_t)conv->out_channels, 0.1f);
  layer->packed = buffer(layer->plan.packed_bytes);
  double start = now();
  vgg_conv_pack(&layer->plan, team, weights, NULL, bias, layer->packed);
  double time = now() - start;
  free(weights);
  free(bias);
  return time;
}

/// Times a prepared layer.
static void time_layer(layer *layer, vgg_team *team) {
  const vgg_conv *conv = &layer->plan.conv;
  vgg_shape in = {
      conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
  float *plain = random_floats(
      (size_t)conv->batch * conv->in_channels * conv->in_height * conv->in_width, 1);
  float *blocked = buffer(vgg_shape_bytes(&in));
  vgg_to_blocked(team, &in, plain, blocked);
  float *out = buffer(vgg_shape_bytes(&layer->plan.out));
  void *scratch = buffer(layer->plan.scratch_bytes);
  for (int round = -3; round < ROUNDS; round++) {
    double start = now();
    vgg_conv_run(
        &layer->plan, team, layer->packed, NULL, conv->flags & VGG_PLAIN_INPUT ? plain : blocked, out,
        scratch);
    if (round >= 0) { layer->times[round] = now() - start; }
  }
  free(plain);
  free(blocked);
  free(out);
  free(scratch);
}

static void time_layers(vgg_team *team, int batch) {
  static const int sizes[][4] = {
      {3, 64, 224, 0},   {64, 64, 224, 1},  {64, 128, 112, 0}, {128, 128, 112, 1},
      {128, 256, 56, 0}, {256, 256, 56, 0}, {256, 512, 28, 0}, {512, 512, 28, 0},
      {512, 512, 14, 0}, {64, 64, 32, 1},   {64, 128, 16, 0},  {128, 128, 16, 1},
      {128, 256, 8, 0},  {256, 256, 8, 1}};
  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    for (size_t a = 0; a < (sizes[i][0] == 3 ? 1 : 4); a++) {
      vgg_conv conv = {
          batch, sizes[i][0], sizes[i][2], sizes[i][2], 1, sizes[i][1], 1, 3, 3, 1, 1, 1, 1, 1, 1, 1,
          VGG_RELU | (sizes[i][3] ? VGG_POOL : 0) | (sizes[i][0] == 3 ? VGG_PLAIN_INPUT : 0)};
      layer layer;
      prepare(&layer, team, &conv, algorithms[a]);
      time_layer(&layer, team);
      print_conv(&layer, vgg_conv_choose(vgg_team_isa(team), vgg_team_threads(team), &conv));
      free(layer.packed);
    }
  }
}

/// Layers of MobileNet, ResNeXt, AlexNet and DeepLab, by the algorithm that is chosen for each.
static void time_shapes(vgg_team *team, int batch) {
  /// Inputs, outputs, groups, the map's side, kernel, stride, dilation.
  static const int shapes[][7] = {
      {32, 32, 32, 112, 3, 1, 1},   {64, 64, 64, 112, 3, 1, 1},  {64, 64, 64, 112, 3, 2, 1},
      {128, 128, 128, 56, 3, 1, 1}, {256, 256, 256, 28, 3, 1, 1}, {512, 512, 512, 14, 3, 1, 1},
      {512, 512, 512, 14, 3, 2, 1}, {1024, 1024, 1024, 7, 3, 1, 1}, {256, 256, 256, 28, 5, 1, 1},
      {512, 512, 512, 28, 3, 1, 2}, {64, 64, 1, 112, 1, 1, 1},   {512, 512, 1, 14, 1, 1, 1},
      {128, 128, 32, 56, 3, 1, 1},  {512, 512, 32, 14, 3, 1, 1}, {96, 256, 2, 27, 5, 1, 1},
      {384, 384, 2, 13, 3, 1, 1},   {512, 512, 1, 64, 3, 1, 2},  {512, 1024, 1, 38, 3, 1, 6}};
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    const int *s = shapes[i];
    int padding = s[6] * (s[4] / 2);
    vgg_conv conv = {
        batch, s[0], s[3], s[3], padding > 1 ? padding : 1, s[1], 1, s[4], s[4], s[5], s[5], padding,
        padding, s[6], s[6], s[2], VGG_RELU};
    vgg_algorithm chosen = vgg_conv_choose(vgg_team_isa(team), vgg_team_threads(team), &conv);
    layer layer;
    prepare(&layer, team, &conv, chosen);
    time_layer(&layer, team);
    printf("groups %4d kernel %d stride %d dilation %d  ", s[2], s[4], s[5], s[6]);
    print_conv(&layer, chosen);
    free(layer.packed);
  }
}

/// A layer of a chain: a pooling layer if it has no outputs, otherwise a convolution with ReLU, depthwise if it has no kernel,
/// which is then 3x3.
typedef struct chain_layer {
  int outputs, kernel, stride, dilation;
} chain_layer;

static const chain_layer mobilenet[] = {
    {32, 3, 2, 1},  {32, 0, 1, 1},  {64, 1, 1, 1},   {64, 0, 2, 1},   {128, 1, 1, 1}, {128, 0, 1, 1},  {128, 1, 1, 1},
    {128, 0, 2, 1}, {256, 1, 1, 1}, {256, 0, 1, 1},  {256, 1, 1, 1},  {256, 0, 2, 1}, {512, 1, 1, 1},  {512, 0, 1, 1},
    {512, 1, 1, 1}, {512, 0, 1, 1}, {512, 1, 1, 1},  {512, 0, 1, 1},  {512, 1, 1, 1}, {512, 0, 1, 1},  {512, 1, 1, 1},
    {512, 0, 1, 1}, {512, 1, 1, 1}, {512, 0, 2, 1},  {1024, 1, 1, 1}, {1024, 0, 1, 1}, {1024, 1, 1, 1}};
static const chain_layer dilated[] = {
    {64, 3, 1, 1},  {64, 3, 1, 1},  {0, 2, 2, 1},   {128, 3, 1, 1}, {128, 3, 1, 1}, {0, 2, 2, 1},  {256, 3, 1, 1},
    {256, 3, 1, 1}, {256, 3, 1, 1}, {0, 2, 2, 1},   {512, 3, 1, 1}, {512, 3, 1, 1}, {512, 3, 1, 1}, {0, 3, 1, 1},
    {512, 3, 1, 2}, {512, 3, 1, 2}, {512, 3, 1, 2}, {0, 3, 1, 1},   {21, 1, 1, 1}};

/// Times layers one after the other, each with the caches as the one before it left them. 2x2 pooling is fused.
static void time_chain(
    vgg_team *team, int batch, int side, const chain_layer *layers, size_t count) {
  static layer made[MAX_LAYERS];
  static vgg_shape maps[MAX_LAYERS + 1];
  maps[0] = (vgg_shape){batch, 3, side, side, 0};
  size_t scratch_bytes = 0, arena_bytes = 0, steps = 0;
  const chain_layer *of_step[MAX_LAYERS];
  for (size_t i = 0; i < count; i++) {
    chain_layer it = layers[i];
    const vgg_shape *in = &maps[steps];
    int kernel = it.kernel == 0 ? 3 : it.kernel, padding = it.dilation * (kernel / 2);
    chain_layer next = i + 1 < count ? layers[i + 1] : (chain_layer){0, 1, 1, 1};
    bool halves = next.outputs == 0 && next.kernel == 2 && it.outputs > 0;
    if (halves) { next = layers[i + 2]; }
    int border = next.outputs == 0 ? 0 : next.kernel == 1 ? 0 : next.dilation;
    vgg_shape out = {batch, in->channels, in->height, in->width, border};
    if (it.outputs > 0) {
      vgg_conv conv = {
          batch, in->channels, in->height, in->width, in->border, it.outputs, border, kernel, kernel, it.stride,
          it.stride, padding, padding, it.dilation, it.dilation, it.kernel == 0 ? it.outputs : 1,
          VGG_RELU | (halves ? VGG_POOL : 0) | (i == 0 ? VGG_PLAIN_INPUT : 0)};
      prepare(&made[steps], team, &conv, vgg_conv_choose(vgg_team_isa(team), vgg_team_threads(team), &conv));
      out = made[steps].plan.out;
      if (made[steps].plan.scratch_bytes > scratch_bytes) { scratch_bytes = made[steps].plan.scratch_bytes; }
    }
    if (vgg_shape_bytes(&out) > arena_bytes) { arena_bytes = vgg_shape_bytes(&out); }
    of_step[steps] = &layers[i];
    maps[++steps] = out;
    i += halves;
  }
  float *image = random_floats((size_t)batch * 3 * side * side, 1);
  float *arena[2] = {buffer(arena_bytes), buffer(arena_bytes)};
  void *scratch = buffer(scratch_bytes);
  double whole[ROUNDS];
  for (int round = -2; round < ROUNDS; round++) {
    int slot = round < 0 ? 0 : round;
    double start = now();
    const float *in = image;
    for (size_t i = 0; i < steps; i++) {
      double begin = now();
      if (of_step[i]->outputs == 0) {
        vgg_window window = {3, 3, 1, 1, 1, 1, false};
        vgg_max_pool(team, &window, &maps[i], in, &maps[i + 1], arena[i % 2]);
      } else {
        vgg_conv_run(&made[i].plan, team, made[i].packed, NULL, in, arena[i % 2], scratch);
      }
      made[i].times[slot] = now() - begin;
      in = arena[i % 2];
    }
    whole[slot] = now() - start;
  }
  for (size_t i = 0; i < steps; i++) {
    if (of_step[i]->outputs == 0) {
      printf("pooling %d @%3d %7.3f ms (least %7.3f)\n", maps[i].channels, maps[i].height,
             median(made[i].times, ROUNDS), least(made[i].times, ROUNDS));
      continue;
    }
    printf("%s kernel %d stride %d dilation %d  ", of_step[i]->kernel == 0 ? "depthwise" : "         ",
           made[i].plan.conv.kernel_h, of_step[i]->stride, of_step[i]->dilation);
    print_conv(&made[i], made[i].plan.algorithm);
  }
  printf("whole %.2f ms (least %.2f)\n", median(whole, ROUNDS), least(whole, ROUNDS));
}

/// A convolution with each activation: fused, and as a pass after it.
static void time_activations(vgg_team *team, const vgg_conv *conv) {
  static const char *const names[] = {"leaky relu", "elu", "gelu", "silu", "sigmoid", "tanh"};
  layer layer;
  prepare(&layer, team, conv, vgg_conv_choose(vgg_team_isa(team), vgg_team_threads(team), conv));
  vgg_shape in = {conv->batch, conv->in_channels, conv->in_height, conv->in_width, conv->in_border};
  float *blocked = buffer(vgg_shape_bytes(&in)), *out = buffer(vgg_shape_bytes(&layer.plan.out));
  for (size_t i = 0; i < vgg_shape_bytes(&in) / sizeof(float); i++) { blocked[i] = random_number(); }
  void *scratch = buffer(layer.plan.scratch_bytes);
  for (int function = VGG_LEAKY_RELU; function <= VGG_TANH; function++) {
    vgg_activation activation = {(vgg_function)function, 0.1f};
    double fused[ROUNDS], apart[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double start = now();
      vgg_conv_run(&layer.plan, team, layer.packed, &activation, blocked, out, scratch);
      double middle = now();
      vgg_conv_run(&layer.plan, team, layer.packed, NULL, blocked, out, scratch);
      vgg_activate(team, &activation, &layer.plan.out, out, &layer.plan.out, out);
      double end = now();
      if (round >= 0) { fused[round] = middle - start, apart[round] = end - middle; }
    }
    printf("%4d -> %4d @%3d groups %3d %-10s %-10s %7.3f ms (least %7.3f) fused, %7.3f (least %7.3f) as two passes\n",
           conv->in_channels, conv->out_channels, conv->in_height, conv->groups,
           vgg_algorithm_name(layer.plan.algorithm), names[function], median(fused, ROUNDS),
           least(fused, ROUNDS), median(apart, ROUNDS), least(apart, ROUNDS));
  }
  free(layer.packed);
  free(blocked);
  free(out);
  free(scratch);
}

/// Convolutions of a VGG, of a large map, and two of MobileNet.
static void time_all_activations(vgg_team *team, int batch) {
  static const int shapes[][5] = {
      {64, 64, 224, 3, 1}, {64, 64, 512, 3, 1}, {64, 64, 112, 3, 64}, {64, 64, 112, 1, 1}};
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
    const int *s = shapes[i];
    vgg_conv conv = {
        batch, s[0], s[2], s[2], 1, s[1], 1, s[3], s[3], 1, 1, s[3] / 2, s[3] / 2, 1, 1, s[4], 0};
    time_activations(team, &conv);
  }
}

static void time_network(
    vgg_team *team, int batch, const char *features, int size, int hidden, int classes,
    int winograd) {
  static layer layers[MAX_LAYERS];
  int count = 0, channels = 3, map = size;
  size_t scratch_bytes = 0, largest = 0, packed_bytes = 0;
  double packing = 0;
  for (const char *f = features; *f != 0; f++) {
    if (*f == 'M') { continue; }
    int out = *f == 'a' ? 64 : *f == 'b' ? 128 : *f == 'c' ? 256 : 512;
    bool pool = f[1] == 'M';
    vgg_conv conv = {
        batch, channels, map, map, 1, out, 1, 3, 3, 1, 1, 1, 1, 1, 1, 1,
        VGG_RELU | (pool ? VGG_POOL : 0) | (channels == 3 ? VGG_PLAIN_INPUT : 0)};
    vgg_algorithm algorithm = vgg_conv_choose(vgg_team_isa(team), vgg_team_threads(team), &conv);
    if (winograd != 0 && channels != 3) { algorithm = (vgg_algorithm)winograd; }
    layer *layer = &layers[count++];
    packing += prepare(layer, team, &conv, algorithm);
    packed_bytes += layer->plan.packed_bytes;
    if (layer->plan.scratch_bytes > scratch_bytes) { scratch_bytes = layer->plan.scratch_bytes; }
    size_t bytes = vgg_shape_bytes(&layer->plan.out);
    if (bytes > largest) { largest = bytes; }
    channels = out;
    map = pool ? map / 2 : map;
  }
  float *image = random_floats((size_t)batch * 3 * size * size, 1);
  float *arena[2] = {buffer(largest), buffer(largest)};
  void *scratch = buffer(scratch_bytes);
  int widths[] = {channels * map * map, hidden, hidden, classes};
  float *weights[3], *vectors[4];
  vectors[0] = buffer((size_t)batch * widths[0] * sizeof(float));
  for (int i = 0; i < 3; i++) {
    weights[i] = random_floats(
        (size_t)widths[i] * widths[i + 1], sqrtf(6.0f / (float)widths[i]));
    vectors[i + 1] = buffer((size_t)batch * widths[i + 1] * sizeof(float));
  }
  double linear[3][ROUNDS], convolutions[ROUNDS], whole[ROUNDS];
  for (int round = -2; round < ROUNDS; round++) {
    int slot = round < 0 ? 0 : round;
    double start = now();
    const float *in = image;
    for (int i = 0; i < count; i++) {
      double begin = now();
      vgg_conv_run(&layers[i].plan, team, layers[i].packed, NULL, in, arena[i % 2], scratch);
      layers[i].times[slot] = now() - begin;
      in = arena[i % 2];
    }
    vgg_to_plain(team, &layers[count - 1].plan.out, in, vectors[0]);
    convolutions[slot] = now() - start;
    for (int i = 0; i < 3; i++) {
      double begin = now();
      vgg_linear(
          team, batch, widths[i], widths[i + 1], i < 2, NULL, weights[i], NULL, vectors[i],
          vectors[i + 1]);
      linear[i][slot] = now() - begin;
    }
    vgg_softmax(batch, classes, vectors[3], vectors[3]);
    whole[slot] = now() - start;
  }
  for (int i = 0; i < count; i++) { print_conv(&layers[i], layers[i].plan.algorithm); }
  for (int i = 0; i < 3; i++) {
    double time = median(linear[i], ROUNDS), numbers = (double)widths[i] * widths[i + 1];
    printf("linear %5d -> %4d %7.3f ms (least %7.3f)  %5.1f GB/s  %5.0f GFLOP/s\n", widths[i],
           widths[i + 1], time, least(linear[i], ROUNDS), numbers * 4e-6 / time,
           2 * numbers * batch / time * 1e-6);
  }
  double time = median(whole, ROUNDS);
  printf("convolutions %.2f ms (least %.2f), whole %.2f ms (least %.2f), %.2f an image; packed "
         "%.1f MB, packed in %.0f ms, arenas %.1f MB, scratch %.1f MB\n",
         median(convolutions, ROUNDS), least(convolutions, ROUNDS), time, least(whole, ROUNDS),
         time / batch, (double)packed_bytes * 1e-6, packing, (double)largest * 2e-6,
         (double)scratch_bytes * 1e-6);
}

int main(int count, char **arguments) {
  const char *what = count > 1 ? arguments[1] : "layers";
  int threads = count > 2 ? atoi(arguments[2]) : 2, batch = count > 3 ? atoi(arguments[3]) : 1;
  vgg_isa isa = vgg_isa_best();
  for (int i = 0; i < VGG_ISA_COUNT && count > 4; i++) {
    if (strcmp(arguments[4], vgg_isa_name((vgg_isa)i)) == 0) { isa = (vgg_isa)i; }
  }
  int winograd = count > 5 ? atoi(arguments[5]) : 0;
  vgg_team *team = vgg_team_create(threads, isa);
  if (team == NULL || batch < 1) { return 64; }
  printf("%s, %d threads, batch %d, %s\n", what, threads, batch, vgg_isa_name(isa));
  if (strcmp(what, "vgg16") == 0) {
    time_network(team, batch, "aaMbbMcccMdddMdddM", 224, 4096, 1000, winograd);
  } else if (strcmp(what, "vgg11") == 0) {
    time_network(team, batch, "aMbMccMddMddM", 224, 4096, 1000, winograd);
  } else if (strcmp(what, "custom") == 0) {
    time_network(team, batch, "aaaMbbbMcccM", 32, 4096, 10, winograd);
  } else if (strcmp(what, "shapes") == 0) {
    time_shapes(team, batch);
  } else if (strcmp(what, "activations") == 0) {
    time_all_activations(team, batch);
  } else if (strcmp(what, "mobilenet") == 0) {
    time_chain(team, batch, 224, mobilenet, sizeof mobilenet / sizeof *mobilenet);
  } else if (strcmp(what, "dilated") == 0) {
    time_chain(team, batch, 512, dilated, sizeof dilated / sizeof *dilated);
  } else {
    time_layers(team, batch);
  }
  vgg_team_destroy(team);
}
