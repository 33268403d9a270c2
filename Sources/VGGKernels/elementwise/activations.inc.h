// Activation functions and their derivatives, value by value.
//
// Every exponential is of a number that is not positive, so that none overflows.

typedef uint32_t Bits __attribute__((vector_size(4 * LANES), may_alias));

INLINE V v_choose(Lanes mask, V a, V b) { return (V)((mask & (Lanes)a) | (~mask & (Lanes)b)); }

INLINE V v_magnitude(V x) { return (V)((Bits)x & 0x7fffffffu); }

/// The sign of `sign`, the magnitude of `x`.
INLINE V v_signed(V x, V sign) {
  return (V)(((Bits)x & 0x7fffffffu) | ((Bits)sign & 0x80000000u));
}

/// exp(x) = power * (1 + rest) for x <= 0; below -87.3 as for -87.3, and NaN stays NaN.
typedef struct exponential {
  V power, rest;
} exponential;

INLINE exponential v_exponential(V x) {
  V lowest = v_set(-87.3f);
  x = v_choose((Lanes)(x < lowest), lowest, x);
  // Adding 1.5 * 2^23 rounds to a whole number, which is then in the low bits.
  V magic = v_set(12582912.0f);
  V shifted = v_fma(x, v_set(1.44269504f), magic), n = shifted - magic;
  V r = v_fma(n, v_set(-0.693359375f), x);
  r = v_fma(n, v_set(2.12194440e-4f), r);
  V p = v_set(1.0f / 5040);
  p = v_fma(p, r, v_set(1.0f / 720));
  p = v_fma(p, r, v_set(1.0f / 120));
  p = v_fma(p, r, v_set(1.0f / 24));
  p = v_fma(p, r, v_set(1.0f / 6));
  p = v_fma(p, r, v_set(0.5f));
  V power = (V)(((Bits)shifted + 127u) << 23);
  return (exponential){power, v_fma(r * r, p, r)};
}

/// exp(x) for x <= 0.
INLINE V v_exp(V x) {
  exponential e = v_exponential(x);
  return v_fma(e.power, e.rest, e.power);
}

/// exp(x) - 1 for x <= 0, exact near 0.
INLINE V v_expm1(V x) {
  exponential e = v_exponential(x);
  return v_fma(e.power, e.rest, e.power - v_set(1));
}

/// 1 / (1 + exp(-x)).
INLINE V v_sigmoid(V x) {
  V z = v_exp(-v_magnitude(x));
  V numerator = v_choose((Lanes)(x < v_set(0)), z, v_set(1));
  return numerator / (v_set(1) + z);
}

INLINE V v_tanh(V x) {
  V z = v_expm1(v_set(-2) * v_magnitude(x));
  return v_signed(-z / (v_set(2) + z), x);
}

/// exp(-x^2 / 2), corrected for the rounding error of x^2.
INLINE V v_bell(V x) {
  V half = v_set(0.5f) * x, square = half * x, error = v_fma(half, x, -square);
  V e = v_exp(-square);
  return v_fma(e, -error, e);
}

/// The normal distribution's integral from minus infinity to x: (1 + erf(x / sqrt(2))) / 2.
/// `bell` is exp(-x^2 / 2).
INLINE V v_normal(V x, V bell) {
  // For a = |x| the tail over exp(-a^2 / 2), times 1 + a, is a polynomial of t = (a - 4) / (a + 4), fitted for
  // a up to 14 with an error of 2.5e-8 of the value; further out the tail is too small for a float.
  V limit = v_set(14), a = v_magnitude(x);
  a = v_choose((Lanes)(a > limit), limit, a);
  V t = (a - v_set(4)) / (a + v_set(4));
  V p = v_set(9.58138675e-05f);
  p = v_fma(p, t, v_set(0.000737918997f));
  p = v_fma(p, t, v_set(-0.000403455148f));
  p = v_fma(p, t, v_set(-0.00505667479f));
  p = v_fma(p, t, v_set(0.017961456f));
  p = v_fma(p, t, v_set(-0.0321845338f));
  p = v_fma(p, t, v_set(0.0285981773f));
  p = v_fma(p, t, v_set(0.01399866f));
  p = v_fma(p, t, v_set(-0.0967034153f));
  p = v_fma(p, t, v_set(0.472053217f));
  V tail = bell * p / (v_set(1) + a);
  return v_choose((Lanes)(x < v_set(0)), tail, v_set(1) - tail);
}

INLINE V v_activated(vgg_function function, V parameter, V x) {
  Lanes negative = (Lanes)(x < v_set(0));
  switch (function) {
    case VGG_LEAKY_RELU: return v_choose(negative, parameter * x, x);
    case VGG_ELU: return v_choose(negative, parameter * v_expm1(-v_magnitude(x)), x);
    case VGG_GELU: return x * v_normal(x, v_bell(x));
    case VGG_SILU: return x * v_sigmoid(x);
    case VGG_SIGMOID: return v_sigmoid(x);
    case VGG_TANH: return v_tanh(x);
  }
  return x;
}

/// The derivative at x. At 0, where there are two, the one of the left side, as in PyTorch.
INLINE V v_derivative(vgg_function function, V parameter, V x) {
  V one = v_set(1);
  Lanes positive = (Lanes)(x > v_set(0));
  switch (function) {
    case VGG_LEAKY_RELU: return v_choose(positive, one, parameter);
    case VGG_ELU: return v_choose(positive, one, parameter * v_exp(-v_magnitude(x)));
    case VGG_GELU: {
      V bell = v_bell(x);
      return v_fma(x * v_set(0.398942280f), bell, v_normal(x, bell));
    }
    case VGG_SILU: {
      V s = v_sigmoid(x);
      return s * v_fma(x, v_sigmoid(-x), one);
    }
    case VGG_SIGMOID: {
      V z = v_exp(-v_magnitude(x)), d = one + z;
      return z / (d * d);
    }
    case VGG_TANH: {
      V z = v_exp(v_set(-2) * v_magnitude(x)), d = one + z;
      return v_set(4) * z / (d * d);
    }
  }
  return one;
}

/// Calls `LOOP(function)` with the function as a constant.
#define EACH_FUNCTION(LOOP)                        \
  switch (activation->function) {                  \
    case VGG_LEAKY_RELU: LOOP(VGG_LEAKY_RELU) break; \
    case VGG_ELU: LOOP(VGG_ELU) break;             \
    case VGG_GELU: LOOP(VGG_GELU) break;           \
    case VGG_SILU: LOOP(VGG_SILU) break;           \
    case VGG_SIGMOID: LOOP(VGG_SIGMOID) break;     \
    case VGG_TANH: LOOP(VGG_TANH) break;           \
  }

static TARGET void activate(
    const vgg_activation *activation, size_t count, const float *in, float *out) {
  V parameter = v_set(activation->parameter);
  size_t whole = count / LANES * LANES, rest = count - whole;
#define LOOP(FUNCTION)                                                                    \
  for (size_t i = 0; i < whole; i += LANES) {                                             \
    *(UnalignedV *)(out + i) = v_activated(FUNCTION, parameter, v_load_unaligned(in + i)); \
  }
  EACH_FUNCTION(LOOP)
#undef LOOP
  if (rest == 0) { return; }
  _Alignas(64) float last[LANES] = {0};
  memcpy(last, in + whole, rest * sizeof(float));
  v_store(last, v_activated(activation->function, parameter, v_load(last)));
  memcpy(out + whole, last, rest * sizeof(float));
}

static TARGET void activation_gradient(
    const vgg_activation *activation, size_t count, const float *in, float *gradient) {
  V parameter = v_set(activation->parameter);
  size_t whole = count / LANES * LANES, rest = count - whole;
#define LOOP(FUNCTION)                                                                   \
  for (size_t i = 0; i < whole; i += LANES) {                                            \
    *(UnalignedV *)(gradient + i) =                                                      \
        v_load_unaligned(gradient + i)                                                   \
        * v_derivative(FUNCTION, parameter, v_load_unaligned(in + i));                   \
  }
  EACH_FUNCTION(LOOP)
#undef LOOP
  if (rest == 0) { return; }
  _Alignas(64) float last[LANES] = {0};
  memcpy(last, in + whole, rest * sizeof(float));
  v_store(last, v_derivative(activation->function, parameter, v_load(last)));
  for (size_t i = 0; i < rest; i++) { gradient[whole + i] *= last[i]; }
}

/// The sum of gradient * in where `in` is not positive: the gradient of a learned slope of that side.
static TARGET double slope_gradient(size_t count, const float *in, const float *gradient) {
  double total = 0;
  size_t i = 0;
  while (i + LANES <= count) {
    V sum = v_set(0);
    size_t end = count - i < 4096 ? count : i + 4096;
    for (; i + LANES <= end; i += LANES) {
      V x = v_load_unaligned(in + i);
      V left = v_choose((Lanes)(x > v_set(0)), v_set(0), x);
      sum = v_fma(left, v_load_unaligned(gradient + i), sum);
    }
    for (int lane = 0; lane < LANES; lane++) { total += (double)sum[lane]; }
  }
  for (; i < count; i++) {
    if (!(in[i] > 0)) { total += (double)in[i] * gradient[i]; }
  }
  return total;
}
