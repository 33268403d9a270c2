// Declarations that the kernels' tests share. Every kernel is compared with plain loops in double precision, on every
// instruction set that this machine has, with 1 to 3 threads.

#ifndef KERNEL_TESTS_H
#define KERNEL_TESTS_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "VGGGradients.h"
#include "VGGKernels.h"

// ---------------------------------------------------------------------------- checking.c

/// Counts a check; what failed is printed with its context.
void expect(bool condition, const char *what, const char *context);

/// The number of checks that passed and failed so far.
extern int passed, failed;

/// Chooses the random numbers that follow; the same ones for the same seed.
void seed_random(uint64_t seed);
uint64_t random_bits(void);
int random_between(int low, int high);
float random_float(void);

/// Map sizes and channels that tests draw from: next to multiples of tiles, groups and vectors.
int random_size(void);
int random_channels(void);

/// Groups of channels, and the inputs and outputs of each.
typedef struct random_groups {
  int count, inputs, outputs;
} random_groups;

/// Depthwise, with several outputs per channel, of whole blocks of 16, of any numbers.
random_groups random_group_sizes(void);

/// Aligned memory of exactly `bytes`, rounded up to the alignment, so that the sanitizer detects accesses
/// beyond it; filled with NaN.
void *buffer(size_t bytes);

/// Frees each of the buffers.
#define RELEASE(...) release((void *[]){__VA_ARGS__, NULL})
void release(void **buffers);

float *random_floats(size_t count);

size_t plain_count(const vgg_shape *shape);
float *blocked_of(vgg_team *team, const vgg_shape *shape, const float *plain);

double relu_of(double x);

/// The largest difference over `magnitude`; infinite if one is NaN and the other is not.
double difference(const float *got, const double *want, size_t count, double magnitude);

/// The largest magnitude, and never quite zero.
double largest_of(const double *numbers, size_t count);

/// Checks a blocked result against plain doubles.
void expect_blocked(
    vgg_team *team, const vgg_shape *shape, const float *blocked, const double *want,
    double tolerance, const char *context);

// ---------------------------------------------------------------------------- the tests, a file each

void test_teams(void);
void test_window_outputs(void);
void test_convolution(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_pooling(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_elementwise(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_activations(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_linear(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_softmax(void);
void test_convolution_gradients(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_gradients(vgg_isa isa, vgg_team *const teams[3], int cases);
void test_bounds(vgg_isa isa, int cases);
void test_large(vgg_isa isa, vgg_team *team);

#endif
