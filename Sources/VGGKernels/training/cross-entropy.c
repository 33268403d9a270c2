#include <math.h>

#include "VGGGradients.h"

// The loss of one vector: log(sum of exp) - sum over i of target[i] * logit[i].
static double vector_loss(
    int32_t count, const float *logits, int32_t label, double smoothing, double share,
    float *gradient, bool *correct) {
  double rest = smoothing / count;
  int32_t best = 0;
  double sum = 0, mean = 0;
  for (int32_t i = 1; i < count; i++) { best = logits[i] > logits[best] ? i : best; }
  double largest = (double)logits[best];
  for (int32_t i = 0; i < count; i++) {
    sum += exp((double)logits[i] - largest);
    mean += (double)logits[i] - largest;
  }
  for (int32_t i = 0; gradient != NULL && i < count; i++) {
    double target = (i == label ? 1 - smoothing : 0) + rest;
    gradient[i] = (float)((exp((double)logits[i] - largest) / sum - target) * share);
  }
  *correct = best == label;
  return log(sum) - (1 - smoothing) * ((double)logits[label] - largest) - rest * mean;
}

vgg_loss vgg_cross_entropy(
    int32_t batch, int32_t count, const float *logits, const int32_t *labels, double smoothing,
    float *gradient) {
  vgg_loss loss = {0, 0};
  for (int32_t n = 0; n < batch; n++) {
    size_t start = (size_t)n * count;
    bool correct;
    loss.mean += vector_loss(
        count, logits + start, labels[n], smoothing, 1.0 / batch,
        gradient == NULL ? NULL : gradient + start, &correct);
    loss.correct += correct;
  }
  loss.mean /= batch;
  return loss;
}
