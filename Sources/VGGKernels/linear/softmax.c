#include <math.h>

#include "VGGKernels.h"

void vgg_softmax(int32_t batch, int32_t count, const float *in, float *out) {
  for (int32_t n = 0; n < batch; n++) {
    const float *x = in + (size_t)n * count;
    float *y = out + (size_t)n * count;
    float largest = -INFINITY;
    for (int32_t i = 0; i < count; i++) { largest = x[i] > largest ? x[i] : largest; }
    double sum = 0;
    for (int32_t i = 0; i < count; i++) {
      y[i] = expf(x[i] - largest);
      sum += y[i];
    }
    float factor = (float)(1 / sum);
    for (int32_t i = 0; i < count; i++) { y[i] *= factor; }
  }
}
