// All kernels of one instruction set. The including file defines TARGET, LANES, GROUP_ROWS, PANEL,
// LINEAR_BATCH, OUTER_ROWS, OUTER_BLOCKS, TABLE, the vector types V and UnalignedV, and v_set, v_fma,
// v_relu, v_max, v_sqrt, v_sums; and, if one instruction does it, v_permute with HAS_PERMUTE.

#define VECTORS_PER_PIXEL (VGG_BLOCK / LANES)
#define VECTORS_PER_PANEL (PANEL / LANES)

_Static_assert(GROUP_ROWS <= MAX_GROUP_ROWS && PANEL <= MAX_PANEL, "raise the limits in kernels.h");

INLINE V v_load(const float *p) { return *(const V *)p; }
INLINE V v_load_unaligned(const float *p) { return *(const UnalignedV *)p; }
INLINE void v_store(float *p, V x) { *(V *)p = x; }

/// All bits of a lane, or none.
typedef int32_t Lanes __attribute__((vector_size(4 * LANES), may_alias));

#include "elementwise/activations.inc.h"
#include "convolution/winograd/winograd.inc.h"
#include "convolution/product.inc.h"
#include "convolution/direct.inc.h"
#include "convolution/lanes.inc.h"
#include "linear/linear.inc.h"
#include "linear/columns.inc.h"
#include "maps/pixels.inc.h"
#include "training/outer.inc.h"
#include "training/gradients.inc.h"
#include "instructions/peak.inc.h"

const vgg_kernels TABLE = {
    .group_rows = GROUP_ROWS,
    .panel = PANEL,
    .winograd =
        {
            {.input = {[WHOLE_TILE] = input_2_2},
             .output = {[WHOLE_TILE] = output_2_2},
             .output_activated = {[WHOLE_TILE] = output_activated_2_2},
             .weights = weights_2},
            {.input = {[WHOLE_TILE] = input_4_4},
             .output = {[WHOLE_TILE] = output_4_4},
             .output_activated = {[WHOLE_TILE] = output_activated_4_4},
             .weights = weights_4},
            {.input = {input_6_short, input_6_6, input_short_6, input_short_short},
             .output = {output_6_short, output_6_6, output_short_6, output_short_short},
             .output_activated =
                 {output_activated_6_short, output_activated_6_6, output_activated_short_6,
                  output_activated_short_short},
             .weights = weights_6},
        },
    .product = product,
    .direct = direct,
    .direct_block = direct_block,
    .lanes = lanes,
    .gather = gather,
    .linear = linear,
    .columns = columns,
    .maximum = maximum,
    .mean = mean,
    .scale_shift = scale_shift,
    .multiply_adds = multiply_adds,
    .multiply_adds_a_round = CHAINS * LANES,
    .relu = relu,
    .activate = activate,
    .normalize = normalize,
    .outer_rows = OUTER_ROWS,
    .outer_blocks = OUTER_BLOCKS,
    .outer = outer,
    .lane_products = lane_products,
    .lane_spread = lane_spread,
    .winograd_gradient = gradient_4,
    .winograd_kernel = kernel_4,
    .channel_sum = channel_sum,
    .squares_about = squares_about,
    .relu_gradient = relu_gradient,
    .relu_gradient_plain = relu_gradient_plain,
    .activation_gradient = activation_gradient,
    .slope_gradient = slope_gradient,
    .norm_sums = norm_sums,
    .norm_gradient = norm_gradient,
    .maximum_gradient = maximum_gradient,
    .spread = spread,
    .sgd = sgd,
    .adam = adam,
    .squares = squares,
};
