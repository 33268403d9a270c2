#include "conv.h"

vgg_algorithm vgg_conv_choose(vgg_isa isa, int threads, const vgg_conv *conv) {
  static const vgg_algorithm candidates[] = {VGG_WINOGRAD_2, VGG_WINOGRAD_4, VGG_WINOGRAD_6};
  (void)isa; (void)threads; (void)candidates;
  vgg_conv_plan plan;
  if (conv->flags & VGG_EXACT || conv->in_channels < 8) { return VGG_DIRECT; }
  if (vgg_conv_plan_make(isa, threads, conv, VGG_WINOGRAD_4, &plan) != VGG_OK) { return VGG_DIRECT; }
  return VGG_WINOGRAD_4;
}
