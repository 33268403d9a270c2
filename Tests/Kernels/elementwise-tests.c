// The operations that do not change the map's size: local response normalisation, copies, ReLU, scale and shift.

#include "kernel-tests.h"

static void test_local_response_norm(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape in = {random_between(1, 3), random_channels(), random_between(1, 9),
                    random_between(1, 9), i % 2};
    vgg_shape out = in;
    out.border = i % 3;
    int size = i % 4 == 0 ? random_between(8, 70) : random_between(1, 7);
    float beta = i % 2 ? 0.75f : 0.6f, alpha = 0.5f, k = 2;
    float *plain = random_floats(plain_count(&in));
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(plain_count(&out) * sizeof *want), *next = want;
    int pixels = in.height * in.width;
    for (int n = 0; n < in.batch; n++) {
      for (int c = 0; c < in.channels; c++) {
        for (int p = 0; p < pixels; p++) {
          double sum = 0;
          const float *image = plain + (size_t)n * in.channels * pixels;
          for (int j = c - size / 2; j <= c + (size - 1) / 2; j++) {
            if (j >= 0 && j < in.channels) {
              sum += (double)image[j * pixels + p] * image[j * pixels + p];
            }
          }
          *next++ = image[c * pixels + p] / pow(k + alpha / size * sum, beta);
        }
      }
    }
    vgg_local_response_norm(team, size, alpha, beta, k, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 2e-6, vgg_isa_name(isa));
    free(plain);
    free(blocked);
    free(result);
    free(want);
  }
}

static void test_numbers(vgg_isa isa, vgg_team *team, int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape in = {random_between(1, 3), random_channels(), random_size(), random_size(), i % 3};
    vgg_shape out = in;
    out.border = random_between(0, 2);
    size_t count = plain_count(&in), plane = (size_t)in.height * in.width;
    float *plain = random_floats(count);
    plain[count / 3] = NAN;
    float *scale = random_floats((size_t)in.channels), *shift = random_floats((size_t)in.channels);
    float *blocked = blocked_of(team, &in, plain), *result = buffer(vgg_shape_bytes(&out));
    double *want = malloc(count * sizeof *want);

    for (size_t j = 0; j < count; j++) { want[j] = plain[j]; }
    vgg_copy(team, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 0, "copy");
    for (size_t j = 0; j < count; j++) { want[j] = relu_of(plain[j]); }
    vgg_relu(team, &in, blocked, &out, result);
    expect_blocked(team, &out, result, want, 0, "relu");
    for (size_t j = 0; j < count; j++) {
      size_t c = j / plane % (size_t)in.channels;
      double value = (double)plain[j] * scale[c] + shift[c];
      want[j] = i % 2 ? relu_of(value) : value;
    }
    vgg_activation activation = {(vgg_function)(i % (VGG_TANH + 1)), 0.3f};
    float *activated = buffer(vgg_shape_bytes(&in));
    vgg_scale_shift(team, scale, shift, false, &activation, &in, blocked, &in, activated);
    vgg_scale_shift(team, scale, shift, i % 2, NULL, &in, blocked, &in, blocked);
    float *unpacked = buffer(count * sizeof(float));
    vgg_to_plain(team, &in, blocked, unpacked);
    expect(difference(unpacked, want, count, 1) < 1e-6, "scale and shift", vgg_isa_name(isa));
    if (i % 2 == 0) {
      vgg_activate(team, &activation, &in, blocked, &in, blocked);
      expect(
          memcmp(blocked, activated, vgg_shape_bytes(&in)) == 0, "scale and shift, then the activation",
          vgg_isa_name(isa));
    }
    free(activated);

    vgg_relu_plain(team, count, plain, unpacked);
    for (size_t j = 0; j < count; j++) { want[j] = relu_of(plain[j]); }
    expect(difference(unpacked, want, count, 1) == 0, "plain relu", vgg_isa_name(isa));
    free(plain);
    free(scale);
    free(shift);
    free(blocked);
    free(result);
    free(want);
    free(unpacked);
  }
}

void test_elementwise(vgg_isa isa, vgg_team *const teams[3], int cases) {
  test_local_response_norm(isa, teams[1], cases);
  test_numbers(isa, teams[1], cases);
}
