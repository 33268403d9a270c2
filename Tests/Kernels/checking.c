// Counting, buffers, random numbers, comparing.

#include "kernel-tests.h"

int passed, failed;

void expect(bool condition, const char *what, const char *context) {
  if (condition) {
    passed++;
    return;
  }
  failed++;
  if (failed <= 40) { printf("FAILED: %s: %s\n", what, context); }
}

static uint64_t random_state = 88172645463325252u;

void seed_random(uint64_t seed) {
  // Zero is the one state that xorshift never leaves.
  random_state = 88172645463325252u ^ seed * 0x9e3779b97f4a7c15u;
  if (random_state == 0) { random_state = 1; }
}

uint64_t random_bits(void) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return random_state;
}

int random_between(int low, int high) {
  return low + (int)(random_bits() % (uint64_t)(high - low + 1));
}

float random_float(void) { return (float)(random_bits() >> 40) / (1 << 23) - 1; }

void *buffer(size_t bytes) {
  size_t size = (bytes + VGG_ALIGNMENT - 1) / VGG_ALIGNMENT * VGG_ALIGNMENT;
  void *memory = aligned_alloc(VGG_ALIGNMENT, size == 0 ? VGG_ALIGNMENT : size);
  if (memory == NULL) { abort(); }
  memset(memory, 0xff, size);
  return memory;
}

void release(void **buffers) {
  for (; *buffers != NULL; buffers++) { free(*buffers); }
}

float *random_floats(size_t count) {
  float *numbers = buffer(count * sizeof(float));
  for (size_t i = 0; i < count; i++) { numbers[i] = random_float(); }
  return numbers;
}

size_t plain_count(const vgg_shape *shape) {
  return (size_t)shape->batch * shape->channels * shape->height * shape->width;
}

float *blocked_of(vgg_team *team, const vgg_shape *shape, const float *plain) {
  float *blocked = buffer(vgg_shape_bytes(shape));
  vgg_to_blocked(team, shape, plain, blocked);
  return blocked;
}

/// Whether borders and unused channels are zeros.
static bool zeros_are_zero(const vgg_shape *shape, const float *blocked) {
  int blocks = (shape->channels + VGG_BLOCK - 1) / VGG_BLOCK;
  int height = shape->height + 2 * shape->border, width = shape->width + 2 * shape->border;
  for (int image = 0; image < shape->batch; image++) {
    for (int block = 0; block < blocks; block++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int c = 0; c < VGG_BLOCK; c++) {
            float value = *blocked++;
            bool inside = y >= shape->border && y < height - shape->border && x >= shape->border
                          && x < width - shape->border
                          && block * VGG_BLOCK + c < shape->channels;
            if (!inside && value != 0) { return false; }
          }
        }
      }
    }
  }
  return true;
}

double difference(const float *got, const double *want, size_t count, double magnitude) {
  double largest = 0;
  for (size_t i = 0; i < count; i++) {
    if (isnan(got[i]) != isnan(want[i])) { return INFINITY; }
    if (isnan(got[i]) || (double)got[i] == want[i]) { continue; }
    double error = fabs((double)got[i] - want[i]);
    if (!(error <= largest)) { largest = error; }
  }
  return largest / magnitude;
}

double largest_of(const double *numbers, size_t count) {
  double largest = 1e-30;
  for (size_t i = 0; i < count; i++) { largest = fmax(largest, fabs(numbers[i])); }
  return largest;
}

int random_size(void) {
  int sizes[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 17, 19, 23, 28, 31, 37};
  return sizes[random_between(0, 17)];
}

int random_channels(void) {
  int channels[] = {1, 2, 3, 5, 8, 15, 16, 17, 24, 31, 32, 33, 48, 50};
  return channels[random_between(0, 13)];
}

random_groups random_group_sizes(void) {
  switch (random_between(0, 4)) {
  case 0: {
    int channels = random_channels();
    return (random_groups){channels, 1, 1};
  }
  case 1: return (random_groups){random_channels(), 1, random_between(2, 5)};
  case 2:
    return (random_groups){random_between(2, 4), 16 * random_between(1, 3), 16 * random_between(1, 3)};
  case 3: return (random_groups){random_between(2, 12), 4, 4};
  default: return (random_groups){random_between(2, 5), random_between(1, 20), random_between(1, 20)};
  }
}

double relu_of(double x) { return x < 0 ? 0 : x; }

void expect_blocked(
    vgg_team *team, const vgg_shape *shape, const float *blocked, const double *want,
    double tolerance, const char *context) {
  float *plain = buffer(plain_count(shape) * sizeof(float));
  vgg_to_plain(team, shape, blocked, plain);
  double magnitude = largest_of(want, plain_count(shape));
  double error = difference(plain, want, plain_count(shape), magnitude);
  char text[400];
  snprintf(text, sizeof text, "%s, error %.3g, allowed %.3g", context, error, tolerance);
  expect(error <= tolerance, "values", text);
  expect(zeros_are_zero(shape, blocked), "borders and unused channels", context);
  free(plain);
}
