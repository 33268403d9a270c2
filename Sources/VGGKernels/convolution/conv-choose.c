// The cost model. It counts cycles of a core that does one multiply-add of 16 numbers per cycle; narrower
// vectors and more units scale all computing terms alike. The constants were fitted to the layers of
// VGG-16 and of a 32 x 32 network on AMD Zen 4 (`Benchmarks/kernels.c`).

#include "convolution/winograd/winograd-tiling.h"

/// Cycles that the transforms of one whole tile take for 16 channels, including waiting for memory.
typedef struct transform_cycles {
  double input, output;
} transform_cycles;

static const transform_cycles cycles_of_tile[] = {{90, 60}, {300, 180}, {720, 580}};

/// Additional cycles for copying the pixels of a dilated convolution, which are apart in memory.
static const transform_cycles cycles_apart = {150, 80};

/// Cycles per multiply-add inside the products, and in the direct algorithm's strips.
static const double product_cycles = 1.07, direct_cycles = 1.06;

/// Bytes of weights that memory delivers per cycle.
static const double memory_bytes = 8;

/// The share of the shorter of computing and reading weights that the longer one does not hide.
static const double exposed = 0.3;

/// The gain below which fewer multiplications are not worth F(6, 3)'s rounding error and memory.
static const double worthwhile = 0.88;

static double computing(const vgg_conv_plan *plan) {
  double outputs = (double)panels_of(plan) * panel_of(plan);
  double inputs = (double)group_inputs(&plan->conv);
  if (plan->algorithm == VGG_DIRECT) {
    double pixels = (double)plan->conv.batch * plan->conv_height * plan->conv_width;
    double taps = (double)plan->conv.kernel_h * plan->conv.kernel_w;
    return pixels * taps * inputs * outputs / VGG_BLOCK * direct_cycles;
  }
  transform_cycles cycles = cycles_of_tile[tile_of(plan) / 2 - 1];
  if (is_dilated(&plan->conv)) {
    cycles.input += cycles_apart.input;
    cycles.output += cycles_apart.output;
  }
  tiling tiling = vgg_tiling_of(plan);
  double points = (double)vgg_tiling_points(&tiling);
  double products = inputs * outputs / VGG_BLOCK * product_cycles;
  double transforms = (double)blocks_of(plan->conv.in_channels) * cycles.input
                      + outputs / VGG_BLOCK * cycles.output;
  return points * (products + transforms / points_of(plan));
}

static double cost(const vgg_conv_plan *plan) {
  double compute = computing(plan) / plan->threads;
  double memory = (double)plan->packed_bytes / memory_bytes;
  return compute > memory ? compute + exposed * memory : memory + exposed * compute;
}

vgg_algorithm vgg_conv_choose(vgg_isa isa, int threads, const vgg_conv *conv) {
  static const vgg_algorithm algorithms[] = {
      VGG_DIRECT, VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  vgg_algorithm chosen = VGG_DIRECT;
  if (conv->flags & VGG_EXACT) { return chosen; }
  double least = 0;
  for (int i = 0; i < 4; i++) {
    vgg_conv_plan plan;
    if (vgg_conv_plan_make(isa, threads, conv, algorithms[i], &plan) != VGG_OK) { continue; }
    double candidate = cost(&plan);
    if (i == 0 || candidate < least * (algorithms[i] == VGG_WINOGRAD_6 ? worthwhile : 1)) {
      least = candidate;
      chosen = algorithms[i];
    }
  }
  return chosen;
}
