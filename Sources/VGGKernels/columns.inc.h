// Sums of a matrix's columns, each times a number of the vector.

enum {
  /// Columns at once: streams enough for memory to deliver at full speed although columns between them
  /// are left out.
  COLUMN_STREAMS = 8,
};

/// Adds `streams` columns, of which column i lies at `columns[i]`, times `factors[i]` to the sums. While
/// it reads them it fetches what lies at `next[i]`.
INLINE void add_columns(
    int streams, int width, const float *const *columns, const float *factors,
    const float *const *next, float *sums) {
  V factor[COLUMN_STREAMS];
  UNROLL for (int i = 0; i < streams; i++) { factor[i] = v_set(factors[i]); }
  for (int start = 0; start < width; start += 16) {
    UNROLL for (int i = 0; i < streams; i++) { __builtin_prefetch(next[i] + start, 0, 2); }
    UNROLL for (int part = 0; part < 16; part += LANES) {
      V sum = v_load(sums + start + part);
      UNROLL for (int i = 0; i < streams; i++) {
        sum = v_fma(factor[i], v_load(columns[i] + start + part), sum);
      }
      v_store(sums + start + part, sum);
    }
  }
}

static TARGET void columns(const vgg_column_sum *sum) {
  const float *now[COLUMN_STREAMS], *next[COLUMN_STREAMS];
  float factors[COLUMN_STREAMS];
  int start = 0;
  for (; start + COLUMN_STREAMS <= sum->count; start += COLUMN_STREAMS) {
    for (int i = 0; i < COLUMN_STREAMS; i++) {
      int column = sum->indices[start + i], ahead = start + i + COLUMN_STREAMS;
      now[i] = sum->matrix + (size_t)column * sum->width;
      next[i] = ahead < sum->count ? sum->matrix + (size_t)sum->indices[ahead] * sum->width : now[i];
      factors[i] = sum->x[column];
    }
    add_columns(COLUMN_STREAMS, sum->width, now, factors, next, sum->sums);
  }
  for (; start < sum->count; start++) {
    int column = sum->indices[start];
    now[0] = sum->matrix + (size_t)column * sum->width;
    factors[0] = sum->x[column];
    add_columns(1, sum->width, now, factors, now, sum->sums);
  }
}
