// The kernels of VGG-style networks: convolution, pooling, normalisation, linear layers, softmax.
//
// A caller plans once and runs often:
//   1. `vgg_team_create` makes the threads; `vgg_isa_best` names the instruction set.
//   2. `vgg_conv_plan_make` turns a convolution's description into a plan, which says how many bytes
//      its packed weights and its scratch need. The other operations need no plan and no scratch.
//   3. `vgg_conv_pack` writes the packed weights (transformed for the plan's algorithm) into the caller's
//      memory.
//   4. `vgg_conv_run` and the other operations compute. They allocate nothing.
//
// Memory: every buffer belongs to the caller. Blocked tensors, packed weights and scratch start at a
// multiple of `VGG_ALIGNMENT` bytes; plain float arrays at a multiple of 4. Input, output, weights and
// scratch of one call must not overlap unless its comment allows it. Sizes with "bytes" in the name
// are bytes; all others count elements.
//
// Layouts: a *plain* tensor is batch x channels x height x width, contiguous float32. A *blocked* one
// (`vgg_shape`) is batch x ceil(channels / 16) x (height + 2 border) x (width + 2 border) x 16: a pixel
// holds 16 neighbouring channels, and each plane has `border` pixels of zeros on all four sides.
// Channels past the last, up to the multiple of 16, never reach a result; they are zeros as long as all
// numbers are finite (`vgg_scale_shift` also leaves them so). The layout is the same for every
// instruction set. Each operation that writes a blocked tensor writes all of it, including borders and
// unused channels, so a buffer may be reused for another shape without being cleared; each that reads one
// relies on the border's zeros.
//
// Threads: a team serves one call at a time; different teams are independent, and packed weights may
// be shared by any number of them. Results are bit-identical from run to run and for any number of
// threads; other instruction sets and algorithms differ in rounding.
//
// Numbers: float32, round to nearest. Infinities and NaN propagate as in the plain loops; a
// ReLU and a maximum of NaN are NaN, as in PyTorch. In the Winograd algorithms a non-finite input may
// also turn the other outputs of its tiles into NaN.

#ifndef VGG_KERNELS_H
#define VGG_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The alignment of blocked tensors, packed weights and scratch, in bytes.
#define VGG_ALIGNMENT 64

/// Channels that one pixel of a blocked tensor holds.
#define VGG_BLOCK 16

/// The result of a call that can refuse its arguments. A refused call has written nothing.
typedef enum vgg_status {
  VGG_OK = 0,
  /// A size is negative or zero where it must not be, shapes do not match, or a border is
  /// narrower than the padding.
  VGG_INVALID = 1,
  /// The algorithm cannot compute this convolution.
  VGG_UNSUPPORTED = 2,
  /// A tensor, the packed weights or the scratch would exceed 2^40 bytes.
  VGG_TOO_LARGE = 3,
} vgg_status;

// --------------------------------------------------------------------------- instruction sets

typedef enum vgg_isa {
  VGG_ISA_PORTABLE = 0,
  VGG_ISA_NEON = 1,
  VGG_ISA_AVX2 = 2,
  VGG_ISA_AVX512 = 3,
} vgg_isa;

#define VGG_ISA_COUNT 4

/// Whether this build has kernels for `isa` and this processor runs them.
bool vgg_isa_available(vgg_isa isa);

/// The fastest one available. `VGG_ISA_PORTABLE` always is.
vgg_isa vgg_isa_best(void);

/// A short stable name such as "avx512", for messages and for the keys of cached packed weights.
const char *vgg_isa_name(vgg_isa isa);

/// Whether the kernels were compiled with optimisation. Without it they are about a hundred times slower.
bool vgg_kernels_are_optimised(void);

/// A number that changes whenever the format of packed weights does; a cache's key must include it.
uint32_t vgg_packed_format_version(void);

// --------------------------------------------------------------------------- threads

/// Threads that compute together. The caller of an operation is one of them; the others sleep while
/// nothing runs.
typedef struct vgg_team vgg_team;

/// The number of processors that this process may use, at least 1.
int vgg_processors(void);

/// Makes a team of `threads` (at least 1) that runs the kernels of `isa`. NULL if a thread could not
/// be started or `isa` is not available.
vgg_team *vgg_team_create(int threads, vgg_isa isa);

/// Ends the threads. No call may be running. NULL is allowed.
void vgg_team_destroy(vgg_team *team);

/// The floating-point operations per second that the team can do at best: multiply-adds, two operations
/// each, in registers on every thread. Takes about a tenth of a second.
double vgg_measure_peak(vgg_team *team);

int vgg_team_threads(const vgg_team *team);
vgg_isa vgg_team_isa(const vgg_team *team);

// --------------------------------------------------------------------------- blocked tensors

/// The shape of a blocked tensor.
typedef struct vgg_shape {
  int32_t batch;
  int32_t channels;
  int32_t height;
  int32_t width;
  /// Pixels of zeros around each plane: at least the padding of every operation that reads it.
  int32_t border;
} vgg_shape;

/// Bytes of a blocked tensor; 0 if the shape is invalid or too large.
size_t vgg_shape_bytes(const vgg_shape *shape);

/// Plain to blocked.
vgg_status vgg_to_blocked(vgg_team *team, const vgg_shape *shape, const float *plain, float *blocked);

/// Blocked to plain: each image becomes channels x height x width contiguous numbers, which is also
/// PyTorch's flattening.
vgg_status vgg_to_plain(vgg_team *team, const vgg_shape *shape, const float *blocked, float *plain);

// --------------------------------------------------------------------------- activations

/// The activations besides ReLU, for which the operations have a flag.
typedef enum vgg_function {
  /// x for x >= 0, parameter * x below.
  VGG_LEAKY_RELU,
  /// x for x >= 0, parameter * (exp(x) - 1) below.
  VGG_ELU,
  /// x * (1 + erf(x / sqrt(2))) / 2.
  VGG_GELU,
  /// x / (1 + exp(-x)).
  VGG_SILU,
  /// 1 / (1 + exp(-x)).
  VGG_SIGMOID,
  VGG_TANH,
} vgg_function;

/// An activation with its number, which only the first two functions have. Operations that take a pointer to one
/// apply it last, where the flag's ReLU would be, bit-identical to `vgg_activate` after them; NULL means none.
typedef struct vgg_activation {
  vgg_function function;
  float parameter;
} vgg_activation;

// --------------------------------------------------------------------------- convolution

typedef enum vgg_algorithm {
  /// A sum over taps in registers: every kernel, stride, padding, dilation and number of groups.
  VGG_DIRECT = 0,
  /// Winograd's F(2x2, 3x3), F(4x4, 3x3) and F(6x6, 3x3): kernel 3x3, stride 1, blocked input,
  /// at most 2 pixels of padding; with a dilation of d up to 32, at most 2 d pixels and no VGG_POOL; with
  /// groups, whole blocks of inputs and whole panels (16 or 32) of outputs in each. The larger the tile, the fewer
  /// multiplications, the more weights, the larger the rounding error. If a map's side is not a multiple of 6, up
  /// to two tiles of 4 cover the last of F(6x6, 3x3)'s rows and columns.
  VGG_WINOGRAD_2 = 2,
  VGG_WINOGRAD_4 = 4,
  VGG_WINOGRAD_6 = 6,
} vgg_algorithm;

/// A short stable name such as "winograd-4".
const char *vgg_algorithm_name(vgg_algorithm algorithm);

enum {
  /// max(x, 0) after the bias; NaN stays NaN.
  VGG_RELU = 1 << 0,
  /// 2x2 max pooling with stride 2 (a last odd row or column is dropped) after that.
  VGG_POOL = 1 << 1,
  /// The input is a plain tensor instead of a blocked one: meant for first layers with few channels.
  /// Direct only, with one group; `in_border` is ignored.
  VGG_PLAIN_INPUT = 1 << 2,
  /// `vgg_conv_choose` returns `VGG_DIRECT`.
  VGG_EXACT = 1 << 3,
};

/// A convolution as PyTorch's Conv2d computes it. With n = in_channels / groups inputs for each output, of
/// which the group o / (out_channels / groups) has its own:
/// out[o, y, x] = bias[o] + sum over i < n, v, u of weight[o, i, v, u] * in[group n + i,
///     y stride_h + v dilation_h - pad_h, x stride_w + u dilation_w - pad_w].
typedef struct vgg_conv {
  int32_t batch;
  int32_t in_channels, in_height, in_width;
  /// The border of the blocked input: at least the larger padding.
  int32_t in_border;
  int32_t out_channels;
  /// The border that the blocked output gets.
  int32_t out_border;
  int32_t kernel_h, kernel_w;
  int32_t stride_h, stride_w;
  int32_t pad_h, pad_w;
  /// Pixels from one tap to the next, at least 1; the kernel that they stretch, dilation (kernel - 1) + 1
  /// pixels, is below 2^31.
  int32_t dilation_h, dilation_w;
  /// At least 1; divides both numbers of channels.
  int32_t groups;
  /// VGG_RELU, VGG_POOL, VGG_PLAIN_INPUT, VGG_EXACT, or-ed.
  uint32_t flags;
} vgg_conv;

/// The result of `vgg_conv_plan_make`. Plain data without pointers, which may be copied; the caller
/// reads it and does not change it.
typedef struct vgg_conv_plan {
  vgg_conv conv;
  vgg_algorithm algorithm;
  vgg_isa isa;
  int32_t threads;
  /// The shape that is written: after pooling if it is fused.
  vgg_shape out;
  /// The size of the convolution's result before pooling.
  int32_t conv_height, conv_width;
  size_t packed_bytes;
  size_t scratch_bytes;
  /// Output tiles of Winograd over the whole batch, and the blocks they are divided into; 0 for the direct
  /// algorithm.
  int64_t tiles, blocks;
  /// Floating-point operations that this algorithm's products take (a multiply-add counts 2), for a
  /// share of the machine's peak; transforms not counted.
  double product_flops;
  /// Winograd: the most tiles in a block and in a register group, and whether all threads share a
  /// block.
  int32_t block_tiles, group_tiles;
  bool shared_blocks;
} vgg_conv_plan;

/// The algorithm that should be fastest for `conv` with weights that have to come from memory, F(6, 3)
/// only where it gains at least 12%. The answer depends on the arguments alone. It changes with the
/// batch and the threads: a caller that shares packed weights between plans asks once. `VGG_DIRECT` if
/// the description is invalid.
vgg_algorithm vgg_conv_choose(vgg_isa isa, int threads, const vgg_conv *conv);

/// Plans `conv` with `algorithm`. `threads` and `isa` are those of the team that will run it.
vgg_status vgg_conv_plan_make(
    vgg_isa isa, int threads, const vgg_conv *conv, vgg_algorithm algorithm, vgg_conv_plan *plan);

/// Transforms and packs weights, and the bias with them.
/// `weights`: out_channels x (in_channels / groups) x kernel_h x kernel_w. `scale`: NULL, or a factor for each
/// output channel's weights (a folded batch norm). `bias`: NULL for none, or one number for each
/// output channel, which `scale` does not touch.
/// The result has no pointers and does not depend on its address; it depends on the instruction set,
/// the algorithm, the channels, the groups and the kernel, and on whether the input is plain, but not on
/// batch, map size, padding, stride, dilation, threads or fused operations: plans that differ only there
/// share it.
void vgg_conv_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    const float *bias, void *packed);

/// `in`: blocked (batch, in_channels, in_height, in_width, in_border), or plain with VGG_PLAIN_INPUT.
/// `out`: blocked `plan->out`. `scratch`: `plan->scratch_bytes` bytes that hold nothing between calls.
/// `activation`: NULL, or, if the plan has no VGG_RELU, an activation before pooling.
void vgg_conv_run(
    const vgg_conv_plan *plan, vgg_team *team, const void *packed, const vgg_activation *activation,
    const float *in, float *out, void *scratch);

// --------------------------------------------------------------------------- pooling

/// A sliding window over height and width.
typedef struct vgg_window {
  int32_t kernel_h, kernel_w;
  int32_t stride_h, stride_w;
  /// At most half the kernel, as PyTorch demands.
  int32_t pad_h, pad_w;
  /// Rounds the output size up; a window that would start past the input and its left padding is
  /// dropped, as in PyTorch.
  bool ceil;
} vgg_window;

/// The output size of a window along one axis of `size` pixels, as PyTorch computes it; 0 if the window
/// does not fit. A convolution's window has `dilation` pixels from one tap to the next, a pooling layer's 1.
/// `Tests/Windows/windows.csv` has cases that also test the compiler's arithmetic.
int64_t vgg_window_output(
    int32_t size, int32_t kernel, int32_t stride, int32_t padding, int32_t dilation, bool ceil);

/// Maximum over the window; padding counts as minus infinity. `out` has the size that
/// `vgg_window_output` returns, any border, and `in`'s batch and channels, as in all operations below.
vgg_status vgg_max_pool(
    vgg_team *team, const vgg_window *window, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out);

/// Mean over the window. Padding counts as zeros, which are included in the count with `count_padding`
/// (PyTorch's `count_include_pad`); the pixels past the padding that a rounded-up window covers never are.
vgg_status vgg_average_pool(
    vgg_team *team, const vgg_window *window, bool count_padding, const vgg_shape *in_shape,
    const float *in, const vgg_shape *out_shape, float *out);

/// Mean over PyTorch's bins: output i covers floor(i in / out) up to, not including,
/// ceil((i + 1) in / out). Any output size.
vgg_status vgg_adaptive_average_pool(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out);

// --------------------------------------------------------------------------- element-wise

/// Local response normalisation as torch.nn.LocalResponseNorm:
/// out[c] = in[c] / (k + alpha / size * sum of in[j]^2)^beta, j from c - size / 2 to
/// c + (size - 1) / 2, channels outside counting as zeros.
vgg_status vgg_local_response_norm(
    vgg_team *team, int32_t size, float alpha, float beta, float k, const vgg_shape *in_shape,
    const float *in, const vgg_shape *out_shape, float *out);

/// max(x, 0), NaN staying NaN. `out` may be `in` if the borders are equal.
vgg_status vgg_relu(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out);

/// The activation of each value, NaN staying NaN. `out` may be `in` if the borders are equal.
vgg_status vgg_activate(
    vgg_team *team, const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out);

/// The activation of `count` plain numbers. `out` may be `in`.
void vgg_activate_plain(
    vgg_team *team, const vgg_activation *activation, size_t count, const float *in, float *out);

/// in * scale[c] + shift[c] (a batch norm), then ReLU if `relu`, or `activation`. `out` may be `in` if the
/// borders are equal.
vgg_status vgg_scale_shift(
    vgg_team *team, const float *scale, const float *shift, bool relu,
    const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out);

/// Copies `in` into a tensor with another border.
vgg_status vgg_copy(
    vgg_team *team, const vgg_shape *in_shape, const float *in, const vgg_shape *out_shape,
    float *out);

// --------------------------------------------------------------------------- classifier

/// y[n, o] = bias[o] + sum over i of weights[o, i] * x[n, i], then ReLU if `relu`, or `activation`.
/// `weights`: outputs x inputs as PyTorch stores it, read in place, each byte once for the whole batch;
/// it may be in a mapped file. `bias` may be NULL. `x`: batch x inputs, `y`: batch x outputs, plain.
vgg_status vgg_linear(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *weights, const float *bias, const float *x,
    float *y);

/// Bytes of a linear layer's weights packed by columns, for `vgg_linear_columns`; 0 if there are none or
/// too many.
size_t vgg_columns_bytes(int32_t inputs, int32_t outputs);

/// Packs the rows `first` ..< `first + rows` of a layer's weights, which `weights` points at. `first` is a
/// multiple of 16, and so is `rows` except for the layer's last.
/// Returns whether all of these numbers are finite. If one is not, the packed weights must not be used:
/// a zero times it would be NaN, and `vgg_linear_columns` skips zeros.
bool vgg_columns_pack(
    vgg_team *team, int32_t inputs, int32_t outputs, int32_t first, int32_t rows,
    const float *weights, float *packed);

/// Bytes of scratch that `vgg_linear_columns` needs.
size_t vgg_columns_scratch_bytes(int32_t batch, int32_t inputs, int32_t outputs);

/// `vgg_linear` with weights packed by columns, faster for up to 3 vectors: a column that would only be
/// multiplied by zeros is not read, and after a ReLU half of a vector or more is zeros.
vgg_status vgg_linear_columns(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *packed, const float *bias, const float *x, float *y,
    void *scratch);

/// Bytes of a linear layer's weights packed by panels of outputs, for `vgg_linear_panels`; 0 if there are none
/// or too many.
size_t vgg_panels_bytes(vgg_isa isa, int32_t inputs, int32_t outputs);

/// Packs the rows `first` ..< `first + rows` of a layer's weights, which `weights` points at, for the team's
/// instruction set. `first` is a multiple of 32, and so is `rows` except for the layer's last.
void vgg_panels_pack(
    vgg_team *team, int32_t inputs, int32_t first, int32_t rows, const float *weights,
    float *packed);

/// Bytes of scratch that `vgg_linear_panels` needs.
size_t vgg_panels_scratch_bytes(vgg_isa isa, int threads, int32_t batch, int32_t inputs);

/// `vgg_linear` with weights packed by panels, the fastest for large batches. `scratch` is aligned to 64 bytes.
vgg_status vgg_linear_panels(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, bool relu,
    const vgg_activation *activation, const float *packed, const float *bias, const float *x, float *y,
    void *scratch);

/// max(x, 0) of `count` plain numbers, NaN staying NaN. `out` may be `in`.
void vgg_relu_plain(vgg_team *team, size_t count, const float *in, float *out);

/// in[i] * scale[i] + shift[i] (a batch norm) of each of `batch` vectors of `count` numbers, then ReLU if
/// `relu`, or `activation`. `out` may be `in`.
void vgg_scale_shift_plain(
    vgg_team *team, int32_t batch, int32_t count, const float *scale, const float *shift, bool relu,
    const vgg_activation *activation, const float *in, float *out);

/// The softmax of each of `batch` vectors of `count` numbers; stable: the largest is subtracted first.
/// `out` may be `in`.
void vgg_softmax(int32_t batch, int32_t count, const float *in, float *out);

#ifdef __cplusplus
}
#endif

#endif
