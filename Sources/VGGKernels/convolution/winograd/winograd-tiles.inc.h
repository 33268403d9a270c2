// The input and output transforms of tiles whose columns are transformed as kind HIGH and whose rows as kind
// WIDE (winograd-lines.inc.h), both on the same grid. Undefines HIGH and WIDE.

#define HIGH_SIZE OF(SIZE, HIGH)
#define WIDE_SIZE OF(SIZE, WIDE)
#define GRID_SIDE OF(GRID, HIGH)
#define HIGH_SIDE (HIGH_SIZE + 2)
#define WIDE_SIDE (WIDE_SIZE + 2)
#define TILE(name) OF(OF(name, HIGH), WIDE)

/// The place on the grid of the point in row y and column x of the tile.
#define PLACE(y, x) ((size_t)(OF(rows, HIGH)[y] * GRID_SIDE + OF(rows, WIDE)[x]))

static TARGET void TILE(input)(const vgg_input_tile *tile) {
  for (int block = 0; block < tile->blocks; block++) {
    for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
      const float *pixels = tile->pixels + block * tile->block_stride + part * LANES;
      float *points[POINT_SETS] = {NULL};
      UNROLL for (int set = 0; set < point_sets(GRID_SIDE); set++) {
        if (tile->points[set] == NULL) { continue; }
        points[set] = tile->points[set] + block * tile->point_block_strides[set] + part * LANES;
      }
      V rows[HIGH_SIDE][WIDE_SIDE];
      UNROLL for (int y = 0; y < HIGH_SIDE; y++) {
        V line[WIDE_SIDE];
        UNROLL for (int x = 0; x < WIDE_SIDE; x++) {
          line[x] = v_load(pixels + y * tile->row_stride + x * VGG_BLOCK);
        }
        // The tile to the right, most likely the next one.
        UNROLL for (int x = 2; x < WIDE_SIDE && part == 0; x++) {
          __builtin_prefetch(pixels + y * tile->row_stride + (x + WIDE_SIZE) * VGG_BLOCK, 0, 2);
        }
        OF(input_line, WIDE)(line, rows[y]);
      }
      UNROLL for (int x = 0; x < WIDE_SIDE; x++) {
        V line[HIGH_SIDE], transformed[HIGH_SIDE];
        UNROLL for (int y = 0; y < HIGH_SIDE; y++) { line[y] = rows[y][x]; }
        OF(input_line, HIGH)(line, transformed);
        UNROLL for (int y = 0; y < HIGH_SIDE; y++) {
          float *set = points[point_set(HIGH_SIDE, y, WIDE_SIDE, x)];
          v_store(set + PLACE(y, x) * tile->point_stride, transformed[y]);
        }
      }
    }
  }
}

INLINE void TILE(output_line_by_line)(const vgg_output_tile *tile, bool activates) {
  for (int part = 0; part < VECTORS_PER_PIXEL; part++) {
    const float *points = tile->points + part * LANES;
    float *pixels = tile->pixels + part * LANES;
    V bias = v_load(tile->bias + part * LANES);
    V rows[HIGH_SIDE][WIDE_SIZE];
    UNROLL for (int y = 0; y < HIGH_SIDE; y++) {
      V line[WIDE_SIDE];
      UNROLL for (int x = 0; x < WIDE_SIDE; x++) {
        line[x] = v_load(points + PLACE(y, x) * tile->point_stride);
      }
      OF(output_line, WIDE)(line, rows[y]);
    }
    V values[HIGH_SIZE][WIDE_SIZE];
    UNROLL for (int x = 0; x < WIDE_SIZE; x++) {
      V line[HIGH_SIDE], column[HIGH_SIZE];
      UNROLL for (int y = 0; y < HIGH_SIDE; y++) { line[y] = rows[y][x]; }
      OF(output_line, HIGH)(line, column);
      UNROLL for (int y = 0; y < HIGH_SIZE; y++) {
        V value = column[y] + bias;
        values[y][x] = tile->relu ? v_relu(value) : value;
      }
    }
    if (activates) {
      activate(tile->activation, sizeof values / sizeof(float), (float *)values, (float *)values);
    }
    if (tile->pool) {
      UNROLL for (int y = 0; y < HIGH_SIZE / 2; y++) {
        UNROLL for (int x = 0; x < WIDE_SIZE / 2; x++) {
          V upper = v_max(values[2 * y][2 * x], values[2 * y][2 * x + 1]);
          V lower = v_max(values[2 * y + 1][2 * x], values[2 * y + 1][2 * x + 1]);
          if (y < tile->rows && x < tile->columns) {
            v_store(pixels + y * tile->row_stride + x * VGG_BLOCK, v_max(upper, lower));
          }
        }
      }
    } else {
      UNROLL for (int y = 0; y < HIGH_SIZE; y++) {
        UNROLL for (int x = 0; x < WIDE_SIZE; x++) {
          if (y < tile->rows && x < tile->columns) {
            v_store(pixels + y * tile->row_stride + x * VGG_BLOCK, values[y][x]);
          }
        }
      }
    }
  }
}

static TARGET void TILE(output)(const vgg_output_tile *tile) {
  TILE(output_line_by_line)(tile, false);
}

static TARGET void TILE(output_activated)(const vgg_output_tile *tile) {
  TILE(output_line_by_line)(tile, true);
}

#undef HIGH
#undef WIDE
#undef HIGH_SIZE
#undef WIDE_SIZE
#undef GRID_SIDE
#undef HIGH_SIDE
#undef WIDE_SIDE
#undef TILE
#undef PLACE
