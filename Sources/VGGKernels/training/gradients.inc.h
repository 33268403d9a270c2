// Gradients on rows of pixels of 16 channels, and the optimisers' updates.

INLINE V v_masked(Lanes mask, V x) { return (V)(mask & (Lanes)x); }

static TARGET void channel_sum(int pixels, const float *in, float *sum) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V total = v_set(0);
    for (int pixel = 0; pixel < pixels; pixel++) {
      total += v_load(in + (size_t)pixel * VGG_BLOCK + part * LANES);
    }
    v_store(sum + part * LANES, total);
  }
}

static TARGET void squares_about(int pixels, const float *in, const float *mean, float *sum) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V total = v_set(0), center = v_load(mean + part * LANES);
    for (int pixel = 0; pixel < pixels; pixel++) {
      V value = v_load(in + (size_t)pixel * VGG_BLOCK + part * LANES) - center;
      total = v_fma(value, value, total);
    }
    v_store(sum + part * LANES, total);
  }
}

static TARGET void relu_gradient(int pixels, const float *out, float *gradient, float *sum) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V total = v_set(0);
    for (int pixel = 0; pixel < pixels; pixel++) {
      size_t at = (size_t)pixel * VGG_BLOCK + part * LANES;
      V value = v_masked((Lanes)(v_load(out + at) > v_set(0)), v_load(gradient + at));
      v_store(gradient + at, value);
      total += value;
    }
    v_store(sum + part * LANES, total);
  }
}

static TARGET void relu_gradient_plain(size_t count, const float *out, float *gradient) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    Lanes positive = (Lanes)(v_load_unaligned(out + i) > v_set(0));
    *(UnalignedV *)(gradient + i) = v_masked(positive, v_load_unaligned(gradient + i));
  }
  for (; i < count; i++) { gradient[i] = out[i] > 0 ? gradient[i] : 0; }
}

static TARGET void norm_sums(
    int pixels, const vgg_norm_block *norm, const float *in, float *gradient, float *sum,
    float *product) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V total = v_set(0), products = v_set(0);
    V mean = v_load(norm->mean + part * LANES);
    V scale = v_load(norm->scale + part * LANES), shift = v_load(norm->shift + part * LANES);
    for (int pixel = 0; pixel < pixels; pixel++) {
      size_t at = (size_t)pixel * VGG_BLOCK + part * LANES;
      V x = v_load(in + at), value = v_load(gradient + at);
      if (norm->relu) {
        value = v_masked((Lanes)(v_fma(x, scale, shift) > v_set(0)), value);
        v_store(gradient + at, value);
      }
      total += value;
      products = v_fma(value, x - mean, products);
    }
    v_store(sum + part * LANES, total);
    v_store(product + part * LANES, products);
  }
}

static TARGET void norm_gradient(
    int pixels, const vgg_norm_block *norm, const float *in, float *gradient) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V mean = v_load(norm->mean + part * LANES), scale = v_load(norm->scale + part * LANES);
    V constant = v_load(norm->constant + part * LANES);
    V slope = v_load(norm->slope + part * LANES);
    for (int pixel = 0; pixel < pixels; pixel++) {
      size_t at = (size_t)pixel * VGG_BLOCK + part * LANES;
      V value = v_fma(scale, v_load(gradient + at), constant);
      v_store(gradient + at, v_fma(slope, v_load(in + at) - mean, value));
    }
  }
}

static TARGET void maximum_gradient(
    int rows, int columns, const float *in, size_t in_stride, const float *out,
    const float *gradient, bool relu, float *in_gradient, size_t gradient_stride) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V largest = v_load(out + part * LANES), value = v_load(gradient + part * LANES);
    // Lanes whose largest pixel has not been reached yet.
    Lanes pending = relu ? (Lanes)(largest > v_set(0)) : (Lanes)(v_set(0) == v_set(0));
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        V pixel = v_load(in + y * in_stride + (size_t)x * VGG_BLOCK + part * LANES);
        Lanes found = (Lanes)(pixel == largest) & pending;
        float *sum = in_gradient + y * gradient_stride + (size_t)x * VGG_BLOCK + part * LANES;
        v_store(sum, v_load(sum) + v_masked(found, value));
        pending &= ~found;
      }
    }
  }
}

static TARGET void spread(
    int rows, int columns, const float *gradient, float factor, float *in_gradient,
    size_t row_stride) {
  UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    V value = v_load(gradient + part * LANES) * v_set(factor);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float *sum = in_gradient + y * row_stride + (size_t)x * VGG_BLOCK + part * LANES;
        v_store(sum, v_load(sum) + value);
      }
    }
  }
}

INLINE V sgd_line(const vgg_sgd *sgd, V gradient, V weight) {
  return v_fma(v_set(sgd->weight_decay), weight, gradient * v_set(sgd->gradient_scale));
}

static TARGET void sgd(
    size_t count, const vgg_sgd *sgd, const float *gradients, float *velocities, float *weights) {
  V rate = v_set(-sgd->rate), momentum = v_set(sgd->momentum);
  for (size_t i = 0; i < count; i += LANES) {
    V weight = v_load(weights + i), change = sgd_line(sgd, v_load(gradients + i), weight);
    if (velocities != NULL) {
      change = v_fma(momentum, v_load(velocities + i), change);
      v_store(velocities + i, change);
    }
    v_store(weights + i, v_fma(rate, change, weight));
  }
}

static TARGET void adam(
    size_t count, const vgg_adam *adam, const float *gradients, float *first, float *second,
    float *weights) {
  V decay = v_set(adam->weight_decay), scale = v_set(adam->gradient_scale);
  V beta1 = v_set(adam->beta1), rest1 = v_set(1 - adam->beta1);
  V beta2 = v_set(adam->beta2), rest2 = v_set(1 - adam->beta2);
  V correction = v_set(1 / adam->correction), epsilon = v_set(adam->epsilon);
  V step = v_set(-adam->step_size);
  for (size_t i = 0; i < count; i += LANES) {
    V weight = v_load(weights + i), g = v_fma(decay, weight, v_load(gradients + i) * scale);
    V m = v_fma(beta1, v_load(first + i), rest1 * g);
    V v = v_fma(beta2, v_load(second + i), rest2 * g * g);
    v_store(first + i, m);
    v_store(second + i, v);
    v_store(weights + i, v_fma(step, m / v_fma(v_sqrt(v), correction, epsilon), weight));
  }
}

/// The sum of `count` squares, a multiple of 16 numbers.
static TARGET double squares(size_t count, const float *numbers) {
  double total = 0;
  for (size_t start = 0; start < count; start += 4096) {
    V sums[4] = {v_set(0), v_set(0), v_set(0), v_set(0)};
    size_t end = count - start < 4096 ? count : start + 4096;
    for (size_t i = start; i < end; i += 16) {
      UNROLL for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
        V value = v_load(numbers + i + part * LANES);
        sums[part] = v_fma(value, value, sums[part]);
      }
    }
    float parts[4];
    v_sums(sums, parts);
    for (int part = 0; part < 4; part++) { total += parts[part]; }
  }
  return total;
}
