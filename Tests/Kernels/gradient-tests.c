// The gradients of all layers but convolutions, the loss and the optimisers, against plain loops.

#include "kernel-tests.h"

/// The index of channel c, pixel p of image n in a plain tensor.
static size_t at(const vgg_shape *s, int n, int c, int p) {
  return ((size_t)n * s->channels + c) * s->height * s->width + p;
}

static vgg_shape random_shape(void) {
  return (vgg_shape){random_between(1, 4), random_channels(), random_between(1, 12),
                     random_between(1, 12), random_between(0, 2)};
}

// The error over a magnitude, which for sums whose terms can cancel is that of the terms.
static void expect_near(
    const float *got, const double *want, size_t count, double magnitude, double tolerance,
    const char *what) {
  char context[100];
  double error = difference(got, want, count, magnitude);
  snprintf(context, sizeof context, "error %.3g, allowed %.3g", error, tolerance);
  expect(error <= tolerance, what, context);
}

static void expect_plain(
    const float *got, const double *want, size_t count, double tolerance, const char *what) {
  expect_near(got, want, count, largest_of(want, count), tolerance, what);
}

static void check_relu(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape shape = random_shape(), other = shape;
    other.border = i % 3;
    size_t count = plain_count(&shape);
    float *out = random_floats(count), *gradient = random_floats(count);
    double *want = malloc(count * sizeof *want), *sums = calloc(shape.channels, sizeof *sums);
    for (int n = 0; n < shape.batch; n++) {
      for (int c = 0; c < shape.channels; c++) {
        for (int p = 0; p < shape.height * shape.width; p++) {
          size_t j = at(&shape, n, c, p);
          want[j] = out[j] > 0 ? gradient[j] : 0;
          sums[c] += want[j];
        }
      }
    }
    float *blocked_out = blocked_of(teams[0], &shape, out);
    float *blocked = blocked_of(teams[0], &other, gradient);
    float *got = buffer(shape.channels * sizeof(float));
    void *scratch = buffer(vgg_channel_scratch_bytes(&shape));
    vgg_relu_gradient(teams[i % 3], &shape, blocked_out, &other, blocked, got, scratch);
    expect_blocked(teams[0], &other, blocked, want, 0, "relu gradient");
    double magnitude = largest_of(sums, shape.channels) + 1;
    expect(
        difference(got, sums, shape.channels, magnitude) < 2e-6, "sums of a relu gradient",
        vgg_isa_name(isa));
    vgg_channel_sums(teams[i % 3], &other, blocked, got, scratch);
    expect(
        difference(got, sums, shape.channels, magnitude) < 2e-6, "channel sums",
        vgg_isa_name(isa));
    vgg_relu_gradient_plain(teams[1], count, out, gradient);
    expect_plain(gradient, want, count, 0, "plain relu gradient");
    RELEASE(out, gradient, want, sums, blocked_out, blocked, got, scratch);
  }
}

// The gradient by the chain rule from mean and variance, term by term.
static void check_batch_norm(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    vgg_shape shape = random_shape(), other = shape;
    other.border = i % 3;
    bool relu = i % 2;
    if (shape.batch * shape.height * shape.width < 3) { continue; }
    size_t count = plain_count(&shape);
    int channels = shape.channels, pixels = shape.height * shape.width;
    float *in = random_floats(count), *gradient = random_floats(count);
    for (size_t j = 0; j < count; j++) { in[j] += 5; }
    float *weight = random_floats(channels), *bias = random_floats(channels);
    float *blocked_in = blocked_of(teams[0], &shape, in);
    float *blocked = blocked_of(teams[0], &other, gradient);
    float *mean = buffer(channels * 4), *variance = buffer(channels * 4);
    float *deviation = buffer(channels * 4);
    float *scale = buffer(channels * 4), *shift = buffer(channels * 4);
    float *d_weight = buffer(channels * 4), *d_bias = buffer(channels * 4);
    void *scratch = buffer(vgg_channel_scratch_bytes(&shape));
    vgg_batch_statistics(teams[i % 3], &shape, blocked_in, mean, variance, scratch);
    double *want = malloc(count * sizeof *want), m = (double)shape.batch * pixels;
    double *want_weight = calloc(channels, 8), *want_bias = calloc(channels, 8);
    for (int c = 0; c < channels; c++) {
      double average = 0, squares = 0, dxhat_sum = 0, dxhat_x = 0;
      for (int n = 0; n < shape.batch; n++) {
        for (int p = 0; p < pixels; p++) { average += in[at(&shape, n, c, p)] / m; }
      }
      for (int n = 0; n < shape.batch; n++) {
        for (int p = 0; p < pixels; p++) { squares += pow(in[at(&shape, n, c, p)] - average, 2) / m; }
      }
      expect(fabs(mean[c] - average) < 1e-6 * 6, "mean", vgg_isa_name(isa));
      expect(fabs(variance[c] - squares) < 2e-6, "variance", vgg_isa_name(isa));
      deviation[c] = (float)(1 / sqrt((double)variance[c] + 1e-5));
      scale[c] = deviation[c] * weight[c];
      shift[c] = bias[c] - mean[c] * scale[c];
      double d = 1 / sqrt(squares + 1e-5);
      for (int pass = 0; pass < 2; pass++) {
        for (int n = 0; n < shape.batch; n++) {
          for (int p = 0; p < pixels; p++) {
            size_t j = at(&shape, n, c, p);
            double xhat = (in[j] - average) * d, g = gradient[j];
            if (relu && fmaf(in[j], scale[c], shift[c]) <= 0) { g = 0; }
            if (pass == 0) {
              want_weight[c] += g * xhat;
              want_bias[c] += g;
              dxhat_sum += g * weight[c];
              dxhat_x += g * weight[c] * xhat;
            } else {
              want[j] = d * (g * weight[c] - dxhat_sum / m - xhat * dxhat_x / m);
            }
          }
        }
      }
    }
    vgg_batch_norm norm = {mean, deviation, scale, shift, relu};
    vgg_batch_norm_gradient(
        teams[i % 3], &norm, &shape, blocked_in, &other, blocked, d_weight, d_bias, scratch);
    expect_blocked(teams[0], &other, blocked, want, 2e-5, "batch norm gradient");
    double weight_magnitude = largest_of(want_weight, channels) + 1;
    double bias_magnitude = largest_of(want_bias, channels) + 1;
    expect(
        difference(d_weight, want_weight, channels, weight_magnitude) < 1e-5,
        "batch norm weight gradient", vgg_isa_name(isa));
    expect(
        difference(d_bias, want_bias, channels, bias_magnitude) < 2e-6,
        "batch norm bias gradient", vgg_isa_name(isa));
    RELEASE(in, gradient, weight, bias, blocked_in, blocked, mean, variance, deviation, scale,
        shift, d_weight, d_bias, scratch, want, want_weight, want_bias);
  }
}

static void check_pooling(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    int kernel = i % 4 == 0 ? 2 : random_between(1, 4), kind = i % 3;
    vgg_window window = {kernel, kernel, random_between(1, 3), random_between(1, 3),
                         random_between(0, kernel / 2), random_between(0, kernel / 2),
                         i % 2};
    bool count_padding = i % 5 > 1;
    if (i % 4 == 0) { window = (vgg_window){2, 2, 2, 2, 0, 0, false}; }
    bool relu = i % 5 < 2;
    vgg_shape in = random_shape(), out = in;
    if (kind == 2) {
      out.height = random_between(1, 7), out.width = random_between(1, 7);
    } else {
      out.height = (int32_t)vgg_window_output(in.height, kernel, window.stride_h, window.pad_h, 1, window.ceil);
      out.width = (int32_t)vgg_window_output(in.width, kernel, window.stride_w, window.pad_w, 1, window.ceil);
    }
    if (out.height < 1 || out.width < 1) { continue; }
    out.border = random_between(0, 1);
    vgg_shape out_gradient = out, in_gradient = in;
    out_gradient.border = i % 2, in_gradient.border = i % 3;
    size_t count = plain_count(&in), outs = plain_count(&out);
    float *x = random_floats(count), *g = random_floats(outs);
    // Ties: few values, many of them zeros after a ReLU.
    for (size_t j = 0; j < count; j++) {
      x[j] = (float)random_between(-3, 3);
      if (relu && x[j] < 0) { x[j] = 0; }
    }
    float *bx = blocked_of(teams[0], &in, x), *bg = blocked_of(teams[0], &out_gradient, g);
    float *y = buffer(vgg_shape_bytes(&out)), *dx = buffer(vgg_shape_bytes(&in_gradient));
    double *want = calloc(count, sizeof *want);
    vgg_status status = VGG_OK;
    if (kind == 0) {
      vgg_max_pool(teams[0], &window, &in, bx, &out, y);
      status = vgg_max_pool_gradient(
          teams[i % 3], &window, relu, &in, bx, &out, y, &out_gradient, bg, &in_gradient, dx);
    } else if (kind == 1) {
      status = vgg_average_pool_gradient(
          teams[i % 3], &window, count_padding, &out_gradient, bg, &in_gradient, dx);
    } else {
      status = vgg_adaptive_average_pool_gradient(teams[i % 3], &out_gradient, bg, &in_gradient, dx);
    }
    expect(status == VGG_OK, "pooling gradient's status", vgg_isa_name(isa));
    for (int n = 0; n < in.batch; n++) {
      for (int c = 0; c < in.channels; c++) {
        for (int p = 0; p < out.height * out.width; p++) {
          int oy = p / out.width, ox = p % out.width;
          int top = oy * window.stride_h - window.pad_h, left = ox * window.stride_w - window.pad_w;
          int bottom = top + kernel, right = left + kernel;
          if (kind == 2) {
            top = oy * in.height / out.height, left = ox * in.width / out.width;
            bottom = ((oy + 1) * in.height + out.height - 1) / out.height;
            right = ((ox + 1) * in.width + out.width - 1) / out.width;
          }
          double gradient = g[at(&out, n, c, p)], divisor = (bottom - top) * (right - left);
          if (kind == 1) {
            int end_y = in.height + (count_padding ? window.pad_h : 0);
            int end_x = in.width + (count_padding ? window.pad_w : 0);
            int rows = (bottom < end_y ? bottom : end_y) - (count_padding || top > 0 ? top : 0);
            int columns = (right < end_x ? right : end_x) - (count_padding || left > 0 ? left : 0);
            divisor = rows * columns;
          }
          int first = -1;
          for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
              if (row < 0 || column < 0 || row >= in.height || column >= in.width) { continue; }
              int q = row * in.width + column;
              if (first < 0 || x[at(&in, n, c, q)] > x[at(&in, n, c, first)]) { first = q; }
              if (kind > 0) {
                want[at(&in, n, c, q)] += gradient / divisor;
              }
            }
          }
          if (kind == 0 && (!relu || x[at(&in, n, c, first)] > 0)) {
            want[at(&in, n, c, first)] += gradient;
          }
        }
      }
    }
    expect_blocked(teams[0], &in_gradient, dx, want, 1e-6, "pooling gradient");
    RELEASE(x, g, bx, bg, y, dx, want);
  }
}

static void check_local_response_norm(vgg_isa isa, vgg_team *const teams[3], int cases) {
  (void)isa;
  for (int i = 0; i < cases; i++) {
    vgg_shape in = random_shape(), other = in;
    other.border = i % 2;
    int size = random_between(1, 9), channels = in.channels;
    float alpha = 0.7f, beta = i % 2 ? 0.75f : 0.6f, k = 1.5f;
    size_t count = plain_count(&in);
    float *x = random_floats(count), *g = random_floats(count);
    double *want = calloc(count, sizeof *want);
    for (int n = 0; n < in.batch; n++) {
      for (int p = 0; p < in.height * in.width; p++) {
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          int low = c - size / 2, high = c + (size - 1) / 2;
          for (int j = low; j <= high; j++) {
            if (j >= 0 && j < channels) { sum += pow(x[at(&in, n, j, p)], 2); }
          }
          double s = k + alpha / size * sum, gradient = g[at(&in, n, c, p)];
          want[at(&in, n, c, p)] += gradient * pow(s, -beta);
          for (int j = low; j <= high; j++) {
            if (j < 0 || j >= channels) { continue; }
            want[at(&in, n, j, p)] -= gradient * x[at(&in, n, c, p)] * beta * pow(s, -beta - 1)
                                      * alpha / size * 2 * x[at(&in, n, j, p)];
          }
        }
      }
    }
    float *bx = blocked_of(teams[0], &in, x), *bg = blocked_of(teams[0], &other, g);
    void *scratch = buffer(vgg_local_response_norm_scratch_bytes(i % 3 + 1, &in));
    vgg_local_response_norm_gradient(
        teams[i % 3], size, alpha, beta, k, &in, bx, &other, bg, scratch);
    expect_blocked(teams[0], &other, bg, want, 4e-6, "local response norm gradient");
    RELEASE(x, g, want, bx, bg, scratch);
  }
}

static void check_linear(vgg_isa isa, vgg_team *const teams[3], int cases) {
  for (int i = 0; i < cases; i++) {
    int batch = i % 5 == 0 ? random_between(100, 150) : random_between(1, 20);
    int inputs = i % 3 == 0 ? random_between(240, 600) : random_between(1, 70);
    int outputs = i % 4 == 0 ? random_between(120, 300) : random_between(1, 40);
    // Few vectors, with gradients of zero as behind a ReLU, and rows that begin at aligned addresses.
    bool is_few = i % 3 == 1;
    if (is_few) { batch = random_between(1, 3), inputs = 16 * random_between(1, i % 2 ? 150 : 8); }
    float *x = random_floats((size_t)batch * inputs), *g = random_floats((size_t)batch * outputs);
    float *numbers = random_floats((size_t)inputs * outputs), *w = numbers;
    if (is_few) {
      w = memcpy(buffer((size_t)inputs * outputs * 4), numbers, (size_t)inputs * outputs * 4);
      for (int k = 0; k < batch * outputs; k++) { g[k] = random_between(0, 1) ? g[k] : 0; }
    }
    double *dw = calloc((size_t)inputs * outputs, 8), *db = calloc(outputs, 8);
    double *dx = calloc((size_t)batch * inputs, 8);
    for (int n = 0; n < batch; n++) {
      for (int o = 0; o < outputs; o++) {
        double gradient = g[n * outputs + o];
        db[o] += gradient;
        for (int j = 0; j < inputs; j++) {
          dw[o * inputs + j] += gradient * x[n * inputs + j];
          dx[n * inputs + j] += gradient * w[o * inputs + j];
        }
      }
    }
    float *got_w = malloc((size_t)inputs * outputs * 4), *got_b = malloc(outputs * 4);
    float *got_x = buffer((size_t)batch * inputs * 4);
    void *scratch = buffer(vgg_linear_gradient_scratch_bytes(i % 3 + 1, batch, inputs, outputs));
    vgg_linear_weight_gradient(teams[i % 3], batch, inputs, outputs, x, g, got_w, got_b, scratch);
    expect_plain(got_w, dw, (size_t)inputs * outputs, 4e-6, "linear weight gradient");
    expect(
        difference(got_b, db, outputs, largest_of(db, outputs) + 1) < 4e-6, "linear bias",
        vgg_isa_name(isa));
    vgg_linear_input_gradient(teams[i % 3], batch, inputs, outputs, w, g, got_x, scratch);
    expect_plain(got_x, dx, (size_t)batch * inputs, 4e-6, "linear input gradient");
    RELEASE(x, g, numbers, dw, db, dx, got_w, got_b, got_x, scratch, is_few ? w : NULL);
  }
}

static void check_dropout(vgg_isa isa, vgg_team *const teams[3]) {
  vgg_shape shape = {2, 20, 9, 11, 1};
  size_t count = 100003;
  float *in = random_floats(count), *first = malloc(count * 4), *second = malloc(count * 4);
  vgg_dropout dropout = {random_bits(), 0.3};
  vgg_dropout_plain(teams[0], &dropout, count, in, first);
  vgg_dropout_plain(teams[2], &dropout, count, in, second);
  expect(memcmp(first, second, count * 4) == 0, "dropout for any threads", vgg_isa_name(isa));
  size_t dropped = 0, scaled = 0;
  for (size_t i = 0; i < count; i++) {
    dropped += first[i] == 0;
    // Without zeros: a dropped value close to zero would also be near its scaled self.
    scaled += first[i] != 0 && fabsf(first[i] - in[i] / 0.7f) < 1e-6f;
  }
  expect(fabs((double)dropped / count - 0.3) < 0.01, "dropout's share", vgg_isa_name(isa));
  expect(dropped + scaled == count, "dropout's scale", vgg_isa_name(isa));
  dropout.key++;
  vgg_dropout_plain(teams[2], &dropout, count, in, second);
  expect(memcmp(first, second, count * 4) != 0, "dropout by its key", vgg_isa_name(isa));
  float *blocked = blocked_of(teams[0], &shape, in), *copy = buffer(vgg_shape_bytes(&shape));
  vgg_dropout_blocked(teams[1], &dropout, &shape, blocked, &shape, copy);
  vgg_dropout_blocked(teams[0], &dropout, &shape, blocked, &shape, blocked);
  expect(memcmp(copy, blocked, vgg_shape_bytes(&shape)) == 0, "blocked dropout", vgg_isa_name(isa));
  RELEASE(in, first, second, blocked, copy);
}

static void check_loss(void) {
  int batch = 7, count = 11;
  float *logits = random_floats((size_t)batch * count), *gradient = malloc(batch * count * 4);
  int32_t labels[7];
  double smoothing = 0.1, mean = 0, *want = calloc((size_t)batch * count, 8);
  int correct = 0;
  for (int n = 0; n < batch; n++) {
    const float *l = logits + n * count;
    labels[n] = random_between(0, count - 1);
    double sum = 0;
    int best = 0;
    for (int i = 0; i < count; i++) {
      sum += exp(l[i]);
      if (l[i] > l[best]) { best = i; }
    }
    correct += best == labels[n];
    for (int i = 0; i < count; i++) {
      double target = (i == labels[n] ? 1 - smoothing : 0) + smoothing / count;
      mean -= target * log(exp(l[i]) / sum) / batch;
      want[n * count + i] = (exp(l[i]) / sum - target) / batch;
    }
  }
  vgg_loss loss = vgg_cross_entropy(batch, count, logits, labels, smoothing, gradient);
  expect(fabs(loss.mean - mean) < 1e-12, "loss", "cross-entropy");
  expect(loss.correct == correct, "correct", "cross-entropy");
  expect_plain(gradient, want, (size_t)batch * count, 1e-7, "loss gradient");
  RELEASE(logits, gradient, want);
}

static void check_optimizers(vgg_isa isa, vgg_team *const teams[3]) {
  size_t counts[] = {1, 16, 40, 70001};
  for (int c = 0; c < 4; c++) {
    size_t count = counts[c];
    float *w = random_floats(count), *g = random_floats(count);
    float *m = random_floats(count), *v = random_floats(count);
    float *w2 = buffer(count * 4);
    double *want = malloc(count * 8), *want_m = malloc(count * 8), *want_v = malloc(count * 8);
    // If a weight and its change nearly cancel, the error is relative to the weight.
    double squares = 0, term = 0, weight = 0;
    memcpy(w2, w, count * 4);
    vgg_sgd sgd = {0.1f, 0.9f, 0.01f, 0.5f};
    for (size_t i = 0; i < count; i++) {
      squares += (double)g[i] * g[i];
      term = fmax(term, fmax(fabs(0.9 * m[i]), fabs(0.5 * g[i])));
      weight = fmax(weight, fabs(w[i]));
      want_m[i] = 0.9 * m[i] + 0.5 * g[i] + 0.01 * w[i];
      want[i] = w[i] - 0.1 * want_m[i];
    }
    void *scratch = buffer(vgg_squares_scratch_bytes(count));
    double sum = vgg_sum_of_squares(teams[1], count, g, scratch);
    expect(fabs(sum - squares) < 1e-6 * squares, "sum of squares", vgg_isa_name(isa));
    vgg_sgd_update(teams[c % 3], &sgd, count, g, m, w);
    expect_near(w, want, count, fmax(largest_of(want, count), weight), 3e-7, "sgd weights");
    expect_near(m, want_m, count, term, 3e-7, "sgd velocities");
    for (size_t i = 0; i < count; i++) { want[i] = w2[i] - 0.1 * (0.5 * g[i] + 0.01 * w2[i]); }
    vgg_sgd_update(teams[c % 3], &sgd, count, g, NULL, w2);
    expect_near(
        w2, want, count, fmax(largest_of(want, count), weight), 3e-7, "sgd without momentum");
    vgg_adam adam = {0.01f, 0.9f, 0.99f, 0.7f, 1e-3f, 0.01f, 0.5f};
    for (size_t i = 0; i < count; i++) {
      v[i] = fabsf(v[i]);
      double change = 0.5 * g[i] + 0.01 * w[i];
      want_m[i] = 0.9 * m[i] + 0.1 * change;
      want_v[i] = 0.99 * v[i] + 0.01 * change * change;
      want[i] = w[i] - 0.01 * want_m[i] / (sqrt(want_v[i]) / 0.7 + 1e-3);
    }
    vgg_adam_update(teams[c % 3], &adam, count, g, m, v, w);
    expect_near(w, want, count, fmax(largest_of(want, count), weight), 1e-6, "adam weights");
    expect_near(m, want_m, count, term, 1e-6, "adam first");
    expect_plain(v, want_v, count, 1e-6, "adam second");
    RELEASE(w, g, m, v, w2, want, want_m, want_v, scratch);
  }
}

void test_gradients(vgg_isa isa, vgg_team *const teams[3], int cases) {
  check_relu(isa, teams, cases / 2);
  check_batch_norm(isa, teams, cases);
  check_pooling(isa, teams, cases);
  check_local_response_norm(isa, teams, cases / 4);
  check_linear(isa, teams, cases);
  check_dropout(isa, teams);
  check_loss();
  check_optimizers(isa, teams);
}
