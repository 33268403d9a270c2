// An activation while the values are still in a cache: after the operation that computed them.

#ifndef VGG_ACTIVATIONS_H
#define VGG_ACTIVATIONS_H

#include "maps/blocked.h"
#include "instructions/kernels.h"

/// The activation of `pixels` adjacent pixels in channel block `block` of a tensor of `channels`; unused
/// channels stay zeros. `out` may be `in`.
void vgg_activate_pixels(
    const vgg_kernels *kernels, const vgg_activation *activation, int64_t channels, int64_t block,
    int64_t pixels, const float *in, float *out);

#endif
