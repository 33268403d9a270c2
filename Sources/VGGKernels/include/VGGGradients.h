// The kernels that training needs in addition to those of VGGKernels.h: gradients of each layer, batch
// statistics, dropout, the loss, the optimisers' updates.
//
// A *gradient* of a tensor is that of the loss with respect to it, and has the tensor's layout. The rules in
// VGGKernels.h about memory, layouts, threads and plans also apply here. In particular, results are
// bit-identical for any number of threads: sums are divided into parts that depend on the shapes alone.
//
// A blocked gradient that is "changed in place" keeps its border's zeros.

#ifndef VGG_GRADIENTS_H
#define VGG_GRADIENTS_H

#include "VGGKernels.h"

#ifdef __cplusplus
extern "C" {
#endif

// --------------------------------------------------------------------------- convolution: weights

/// The plan for computing the gradient with respect to a convolution's weights. The caller reads it and does
/// not change it.
typedef struct vgg_weight_gradient_plan {
  vgg_conv conv;
  vgg_algorithm algorithm;
  vgg_isa isa;
  int32_t threads;
  /// The blocked output's shape, with the border `conv.out_border`.
  vgg_shape out;
  size_t scratch_bytes;
  /// Floating-point operations of the products.
  double product_flops;
  /// Winograd: tiles over the whole batch, and the largest number in one block.
  int64_t tiles;
  int32_t block_tiles;
  /// Parts of the batch or of the tiles that are summed separately.
  int32_t parts;
} vgg_weight_gradient_plan;

/// `VGG_WINOGRAD_4` where it applies and should be faster, otherwise `VGG_DIRECT`. Depends on `conv` alone.
vgg_algorithm vgg_weight_gradient_choose(const vgg_conv *conv);

/// Plans the gradient of `conv`'s weights. Ignores its flags except VGG_EXACT; the input is blocked.
/// `VGG_WINOGRAD_4`: kernel 3x3, stride 1, one group, dilation and padding as for the convolution.
vgg_status vgg_weight_gradient_plan_make(
    vgg_isa isa, int threads, const vgg_conv *conv, vgg_algorithm algorithm,
    vgg_weight_gradient_plan *plan);

/// weights[o, i, v, u] = sum over n, y, x of gradient[n, o, y, x] * in[n, c, y stride_h + v dilation_h -
/// pad_h, x stride_w + u dilation_w - pad_w], where c is the group's input i. `in`: blocked (batch,
/// in_channels, in_height, in_width, in_border). `gradient`: blocked `plan->out`, of the convolution's result
/// before a ReLU. `weights`: plain, out_channels x (in_channels / groups) x kernel_h x kernel_w.
void vgg_weight_gradient_run(
    const vgg_weight_gradient_plan *plan, vgg_team *team, const float *in, const float *gradient,
    float *weights, void *scratch);

// --------------------------------------------------------------------------- convolution: input

/// The convolution from the output's gradient (border `conv->out_border`) to the input's (border
/// `conv->in_border`), for `vgg_conv_plan_make` with the weights that `vgg_turn_weights` writes and no
/// bias. `VGG_UNSUPPORTED` if the stride is not 1, the padding reaches beyond the dilated kernel or the
/// output's border is too narrow; use `vgg_input_gradient` for these.
vgg_status vgg_input_gradient_conv(const vgg_conv *conv, vgg_conv *gradient);

/// turned[i, o, v, u] = weights[o, i, kernel_h - 1 - v, kernel_w - 1 - u] within each group: `turned` is
/// in_channels x (out_channels / groups) x kernel_h x kernel_w.
void vgg_turn_weights(vgg_team *team, const vgg_conv *conv, const float *weights, float *turned);

/// Bytes of scratch that `vgg_input_gradient` needs.
size_t vgg_input_gradient_scratch_bytes(const vgg_conv *conv);

/// The gradient with respect to the input of any convolution, by plain sums. `weights` as for `vgg_conv_pack`;
/// `gradient` blocked (border `conv->out_border`), `in_gradient` blocked (border `conv->in_border`).
vgg_status vgg_input_gradient(
    vgg_team *team, const vgg_conv *conv, const float *weights, const float *gradient,
    float *in_gradient, void *scratch);

// --------------------------------------------------------------------------- sums over a channel

/// Bytes of scratch that the operations with sums over a tensor's channels need.
size_t vgg_channel_scratch_bytes(const vgg_shape *shape);

/// The sum of each channel over batch and pixels: a bias's gradient.
vgg_status vgg_channel_sums(
    vgg_team *team, const vgg_shape *shape, const float *in, float *sums, void *scratch);

/// Changes `gradient` in place from that of a ReLU's output to that of its input: zero where the output
/// `out` is not positive. With `sums` also writes each channel's sum of the result; `scratch` is for
/// that, and both may be NULL.
vgg_status vgg_relu_gradient(
    vgg_team *team, const vgg_shape *out_shape, const float *out, const vgg_shape *gradient_shape,
    float *gradient, float *sums, void *scratch);

/// The same for `count` plain numbers.
void vgg_relu_gradient_plain(vgg_team *team, size_t count, const float *out, float *gradient);

/// Mean and variance (over the count, not the count less one) of each channel over batch and pixels.
vgg_status vgg_batch_statistics(
    vgg_team *team, const vgg_shape *shape, const float *in, float *mean, float *variance,
    void *scratch);

/// A batch normalisation in training: out = (in - mean) * deviation * weight + bias, computed as
/// `vgg_scale_shift` with scale = deviation * weight and shift = bias - mean * scale, where deviation is
/// 1 / sqrt(variance + epsilon).
typedef struct vgg_batch_norm {
  const float *mean, *deviation, *scale, *shift;
  /// Whether a ReLU follows, whose gradient is also taken.
  bool relu;
} vgg_batch_norm;

/// Changes `gradient` in place from that of the normalisation's (or its ReLU's) output to that of its
/// input `in`, and writes the gradients of its weight and bias.
vgg_status vgg_batch_norm_gradient(
    vgg_team *team, const vgg_batch_norm *norm, const vgg_shape *in_shape, const float *in,
    const vgg_shape *gradient_shape, float *gradient, float *weight_gradient, float *bias_gradient,
    void *scratch);

// --------------------------------------------------------------------------- pooling

/// The gradient of `vgg_max_pool`'s input: each output's goes to the first of the window's largest pixels
/// in reading order. With `relu` the input is a ReLU's output, and the gradient is that of the ReLU's
/// input. `out_shape` and `out` are the pooling layer's output; the gradients may have other borders.
vgg_status vgg_max_pool_gradient(
    vgg_team *team, const vgg_window *window, bool relu, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, const float *out, const vgg_shape *out_gradient_shape,
    const float *out_gradient, const vgg_shape *in_gradient_shape, float *in_gradient);

/// The gradient of `vgg_average_pool`'s input.
vgg_status vgg_average_pool_gradient(
    vgg_team *team, const vgg_window *window, bool count_padding, const vgg_shape *out_shape,
    const float *out_gradient, const vgg_shape *in_shape, float *in_gradient);

/// The gradient of `vgg_adaptive_average_pool`'s input.
vgg_status vgg_adaptive_average_pool_gradient(
    vgg_team *team, const vgg_shape *out_shape, const float *out_gradient, const vgg_shape *in_shape,
    float *in_gradient);

// --------------------------------------------------------------------------- element-wise

/// Changes `gradient` in place from that of `vgg_activate`'s output to that of its input `in`: times the
/// derivative, at 0 PyTorch's. With `slope_gradient` also writes the gradient of the parameter of
/// VGG_LEAKY_RELU, of which there is one for all values (PReLU): the sum of gradient * in where `in` is not
/// positive; `scratch` is for that, and both may be NULL.
vgg_status vgg_activation_gradient(
    vgg_team *team, const vgg_activation *activation, const vgg_shape *in_shape, const float *in,
    const vgg_shape *gradient_shape, float *gradient, float *slope_gradient, void *scratch);

/// Bytes of scratch that a slope's gradient needs.
size_t vgg_slope_scratch_bytes(const vgg_shape *shape);

/// `vgg_activation_gradient` for `count` plain numbers.
void vgg_activation_gradient_plain(
    vgg_team *team, const vgg_activation *activation, size_t count, const float *in,
    float *gradient, float *slope_gradient, void *scratch);

/// Bytes of scratch that a slope's gradient needs for `count` plain numbers.
size_t vgg_slope_plain_scratch_bytes(size_t count);

/// Bytes of scratch that `vgg_local_response_norm_gradient` needs.
size_t vgg_local_response_norm_scratch_bytes(int threads, const vgg_shape *shape);

/// Changes `gradient` in place from that of `vgg_local_response_norm`'s output to that of its input `in`.
vgg_status vgg_local_response_norm_gradient(
    vgg_team *team, int32_t size, float alpha, float beta, float k, const vgg_shape *in_shape,
    const float *in, const vgg_shape *gradient_shape, float *gradient, void *scratch);

/// The source of dropout's random numbers: number `e` of SplitMix64 from the state `key` decides
/// whether element `e` is dropped.
typedef struct vgg_dropout {
  uint64_t key;
  /// The share of elements that become zero, below 1; the others are divided by 1 - probability.
  double probability;
} vgg_dropout;

/// Drops from `count` plain numbers. The gradient of dropout is dropout with the same key. `out` may be
/// `in`.
void vgg_dropout_plain(
    vgg_team *team, const vgg_dropout *dropout, size_t count, const float *in, float *out);

/// Drops from a blocked tensor, whose elements are counted in memory order without borders. `out` may be
/// `in` if the borders are equal.
vgg_status vgg_dropout_blocked(
    vgg_team *team, const vgg_dropout *dropout, const vgg_shape *in_shape, const float *in,
    const vgg_shape *out_shape, float *out);

// --------------------------------------------------------------------------- classifier

/// Bytes of scratch that either gradient of a linear layer needs.
size_t vgg_linear_gradient_scratch_bytes(
    int threads, int32_t batch, int32_t inputs, int32_t outputs);

/// weights[o, i] = sum over n of gradient[n, o] * x[n, i]; bias[o] = sum over n of gradient[n, o], unless
/// `bias` is NULL. All plain.
vgg_status vgg_linear_weight_gradient(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, const float *x,
    const float *gradient, float *weights, float *bias, void *scratch);

/// x_gradient[n, i] = sum over o of gradient[n, o] * weights[o, i].
vgg_status vgg_linear_input_gradient(
    vgg_team *team, int32_t batch, int32_t inputs, int32_t outputs, const float *weights,
    const float *gradient, float *x_gradient, void *scratch);

/// The results of `vgg_cross_entropy` for a batch.
typedef struct vgg_loss {
  /// The mean over the batch.
  double mean;
  /// Vectors whose largest number (the first of equals) is at the label.
  int32_t correct;
} vgg_loss;

/// The mean over the batch of the cross-entropy between softmax(logits[n]) and the label's distribution:
/// 1 - smoothing + smoothing / count at the label, smoothing / count elsewhere. Writes its gradient
/// unless that is NULL. `labels` are in 0 ..< count.
vgg_loss vgg_cross_entropy(
    int32_t batch, int32_t count, const float *logits, const int32_t *labels, double smoothing,
    float *gradient);

// --------------------------------------------------------------------------- optimisers

/// Bytes of scratch that `vgg_sum_of_squares` needs.
size_t vgg_squares_scratch_bytes(size_t count);

/// The sum of the squares of `count` numbers.
double vgg_sum_of_squares(vgg_team *team, size_t count, const float *numbers, void *scratch);

/// torch.optim.SGD: g = gradient_scale * gradient + weight_decay * weight; velocity = momentum * velocity
/// + g; weight -= rate * velocity.
typedef struct vgg_sgd {
  float rate, momentum, weight_decay, gradient_scale;
} vgg_sgd;

/// Updates `count` weights and their velocities, which start as zeros; with momentum 0 `velocities` may
/// be NULL. All start at multiples of VGG_ALIGNMENT.
void vgg_sgd_update(
    vgg_team *team, const vgg_sgd *sgd, size_t count, const float *gradients, float *velocities,
    float *weights);

/// torch.optim.Adam: g as above; first = beta1 first + (1 - beta1) g; second = beta2 second + (1 - beta2)
/// g^2; weight -= step_size * first / (sqrt(second) / correction + epsilon), with step_size = rate / (1 -
/// beta1^t) and correction = sqrt(1 - beta2^t) in step t.
typedef struct vgg_adam {
  float step_size, beta1, beta2, correction, epsilon, weight_decay, gradient_scale;
} vgg_adam;

/// Updates `count` weights and their moments, which start as zeros.
void vgg_adam_update(
    vgg_team *team, const vgg_adam *adam, size_t count, const float *gradients, float *first,
    float *second, float *weights);

#ifdef __cplusplus
}
#endif

#endif
