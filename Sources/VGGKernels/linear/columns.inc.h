// Sums of a matrix's columns, each multiplied by one number per vector of a batch.

enum {
  /// Columns at once: enough streams for memory to deliver at full speed although columns between them
  /// are skipped.
  COLUMN_STREAMS = 8,
};

/// Columns that are added at once: their addresses, and the data to fetch meanwhile.
typedef struct column_group {
  const float *columns[COLUMN_STREAMS], *next[COLUMN_STREAMS];
  /// The vectors' numbers: COLUMN_STREAMS of each.
  float factors[COLUMN_BATCH * COLUMN_STREAMS];
} column_group;

/// Adds `streams` columns, times the factors, to the sums of `images` vectors.
INLINE void add_columns(
    int streams, int images, const vgg_column_sum *sum, const column_group *group) {
  for (int start = 0; start < sum->width; start += 16) {
    UNROLL for (int i = 0; i < streams; i++) {
      __builtin_prefetch(group->next[i] + start, 0, 2);
    }
    UNROLL for (int part = 0; part < 16; part += LANES) {
      V column[COLUMN_STREAMS];
      UNROLL for (int i = 0; i < streams; i++) {
        column[i] = v_load(group->columns[i] + start + part);
      }
      UNROLL for (int n = 0; n < images; n++) {
        float *sums = sum->sums + n * sum->sums_stride + start + part;
        V total = v_load(sums);
        UNROLL for (int i = 0; i < streams; i++) {
          total = v_fma(v_set(group->factors[n * COLUMN_STREAMS + i]), column[i], total);
        }
        v_store(sums, total);
      }
    }
  }
}

INLINE void sum_columns(int images, const vgg_column_sum *sum) {
  column_group group;
  int start = 0;
  for (; start + COLUMN_STREAMS <= sum->count; start += COLUMN_STREAMS) {
    for (int i = 0; i < COLUMN_STREAMS; i++) {
      int column = sum->indices[start + i], ahead = start + i + COLUMN_STREAMS;
      int next = ahead < sum->count ? sum->indices[ahead] : column;
      group.columns[i] = sum->matrix + (size_t)column * sum->stride;
      group.next[i] = sum->matrix + (size_t)next * sum->stride;
      UNROLL for (int n = 0; n < images; n++) {
        group.factors[n * COLUMN_STREAMS + i] = sum->x[(size_t)n * sum->inputs + column];
      }
    }
    add_columns(COLUMN_STREAMS, images, sum, &group);
  }
  for (; start < sum->count; start++) {
    int column = sum->indices[start];
    group.columns[0] = group.next[0] = sum->matrix + (size_t)column * sum->stride;
    UNROLL for (int n = 0; n < images; n++) {
      group.factors[n * COLUMN_STREAMS] = sum->x[(size_t)n * sum->inputs + column];
    }
    add_columns(1, images, sum, &group);
  }
}

static TARGET void columns(const vgg_column_sum *sum) {
  switch (sum->images) {
  case 1: sum_columns(1, sum); break;
  case 2: sum_columns(2, sum); break;
  case 3: sum_columns(3, sum); break;
  case 4: sum_columns(4, sum); break;
  case 5: sum_columns(5, sum); break;
  case 6: sum_columns(6, sum); break;
  case 7: sum_columns(7, sum); break;
  case 8: sum_columns(8, sum); break;
  default: break;
  }
}
