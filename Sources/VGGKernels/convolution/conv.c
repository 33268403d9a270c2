#include "convolution/conv.h"

const char *vgg_algorithm_name(vgg_algorithm algorithm) {
  switch (algorithm) {
  case VGG_DIRECT: return "direct";
  case VGG_WINOGRAD_2: return "winograd-2";
  case VGG_WINOGRAD_4: return "winograd-4";
  case VGG_WINOGRAD_6: return "winograd-6";
  }
  return "unknown";
}

uint32_t vgg_packed_format_version(void) { return 1; }

int64_t vgg_window_output(
    int32_t size, int32_t kernel, int32_t stride, int32_t padding, int32_t dilation, bool ceil) {
  int64_t span = (int64_t)size + 2 * (int64_t)padding - span_of(kernel, dilation);
  if (stride < 1 || (span < 0 && !ceil)) { return 0; }
  // Division rounds a negative span up: a last window that reaches past the map counts.
  int64_t output = (span > 0 && ceil ? divided_up(span, stride) : span / stride) + 1;
  if (ceil && (output - 1) * stride >= (int64_t)size + padding) { output--; }
  return larger(output, 0);
}

/// Products use whole panels: those of a group begin and end with it.
static bool winograd_applies(const vgg_conv *conv, vgg_isa isa) {
  bool pools_phases = is_dilated(conv) && conv->flags & VGG_POOL;
  bool has_panels = conv->groups == 1
                    || (group_inputs(conv) % VGG_BLOCK == 0
                        && group_outputs(conv) % vgg_kernels_of(isa)->panel == 0);
  return is_for_winograd(conv) && has_panels && !pools_phases && !(conv->flags & VGG_PLAIN_INPUT);
}

static vgg_status check(const vgg_conv *conv) {
  vgg_shape in = input_shape(conv);
  if (conv->flags & VGG_PLAIN_INPUT) { in.border = 0; }
  vgg_status status = vgg_shape_check(&in);
  if (status != VGG_OK) { return status; }
  if (conv->out_channels < 1 || conv->out_border < 0 || conv->kernel_h < 1 || conv->kernel_w < 1
      || conv->stride_h < 1 || conv->stride_w < 1 || conv->pad_h < 0 || conv->pad_w < 0
      || conv->dilation_h < 1 || conv->dilation_w < 1 || conv->groups < 1
      || conv->in_channels % conv->groups != 0 || conv->out_channels % conv->groups != 0) {
    return VGG_INVALID;
  }
  if (larger(span_of(conv->kernel_h, conv->dilation_h), span_of(conv->kernel_w, conv->dilation_w))
      > INT32_MAX) {
    return VGG_TOO_LARGE;
  }
  if (conv->flags & VGG_PLAIN_INPUT && conv->groups > 1) { return VGG_UNSUPPORTED; }
  bool padded = (conv->flags & VGG_PLAIN_INPUT)
                || conv->in_border >= larger(conv->pad_h, conv->pad_w);
  return padded ? VGG_OK : VGG_INVALID;
}

vgg_status vgg_conv_plan_make(
    vgg_isa isa, int threads, const vgg_conv *conv, vgg_algorithm algorithm,
    vgg_conv_plan *plan) {
  vgg_status status = check(conv);
  if (status != VGG_OK) { return status; }
  if (threads < 1 || !vgg_isa_available(isa)) { return VGG_INVALID; }
  bool winograd = algorithm == VGG_WINOGRAD_2 || algorithm == VGG_WINOGRAD_4
                  || algorithm == VGG_WINOGRAD_6;
  if (winograd ? !winograd_applies(conv, isa) : algorithm != VGG_DIRECT) { return VGG_UNSUPPORTED; }

  vgg_conv_plan made = {.conv = *conv, .algorithm = algorithm, .isa = isa, .threads = threads};
  int64_t height = vgg_window_output(
      conv->in_height, conv->kernel_h, conv->stride_h, conv->pad_h, conv->dilation_h, false);
  int64_t width = vgg_window_output(
      conv->in_width, conv->kernel_w, conv->stride_w, conv->pad_w, conv->dilation_w, false);
  if (larger(height, width) > INT32_MAX) { return VGG_TOO_LARGE; }
  made.conv_height = (int32_t)height;
  made.conv_width = (int32_t)width;
  int32_t shrink = conv->flags & VGG_POOL ? 2 : 1;
  made.out = (vgg_shape){
      conv->batch, conv->out_channels, made.conv_height / shrink, made.conv_width / shrink,
      conv->out_border};
  status = vgg_shape_check(&made.out);
  if (status != VGG_OK) { return status; }

  int64_t outputs = is_by_lanes(conv) ? blocks_of(conv->out_channels) * VGG_BLOCK
                                      : panels_of(&made) * panel_of(&made);
  int64_t channels = bounded_product(group_inputs(conv), outputs);
  int64_t taps = winograd ? 64 : bounded_product(conv->kernel_h, conv->kernel_w);
  int64_t floats = bounded_product(bounded_product(channels, taps), sizeof(float));
  if (floats < 0) { return VGG_TOO_LARGE; }

  if (winograd) {
    vgg_winograd_plan(&made);
  } else if (is_by_lanes(conv)) {
    vgg_lane_plan(&made);
  } else {
    vgg_direct_plan(&made);
  }
  if (made.scratch_bytes >> MAX_SIZE_BITS != 0) { return VGG_TOO_LARGE; }
  *plan = made;
  return VGG_OK;
}

void vgg_conv_pack(
    const vgg_conv_plan *plan, vgg_team *team, const float *weights, const float *scale,
    const float *bias, void *packed) {
  float *floats = packed;
  for (size_t o = 0; o < packed_bias_floats(plan); o++) {
    floats[o] = bias != NULL && o < (size_t)plan->conv.out_channels ? bias[o] : 0;
  }
  floats += packed_bias_floats(plan);
  if (plan->algorithm != VGG_DIRECT) {
    vgg_winograd_pack(plan, team, weights, scale, floats);
  } else if (is_by_lanes(&plan->conv)) {
    vgg_lane_pack(plan, team, weights, scale, floats);
  } else {
    vgg_direct_pack(plan, team, weights, scale, floats);
  }
}

void vgg_conv_run(
    const vgg_conv_plan *plan, vgg_team *team, const void *packed, const vgg_activation *activation,
    const float *in, float *out, void *scratch) {
  vgg_clear_borders(team, &plan->out, out);
  if (plan->algorithm != VGG_DIRECT) {
    vgg_winograd_run(plan, team, packed, activation, in, out, scratch);
  } else if (is_by_lanes(&plan->conv)) {
    vgg_lane_run(plan, team, packed, activation, in, out, scratch);
  } else {
    vgg_direct_run(plan, team, packed, activation, in, out, scratch);
  }
}
