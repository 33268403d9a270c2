// The direct convolution's inner loop: pixels side by side x one panel of outputs, summed over channel
// blocks, kernel rows, kernel columns and channels, in that order from outer to inner. Groups of an odd number
// of blocks have panels of one block.

INLINE void direct_rows(
    int rows, int panel_width, size_t pixel_stride, const vgg_direct_strip *strip) {
  V sums[GROUP_ROWS][VECTORS_PER_PANEL];
  UNROLL for (int i = 0; i < rows; i++) {
    UNROLL for (int j = 0; j < panel_width / LANES; j++) {
      sums[i][j] = strip->bias == NULL ? v_load(strip->sums + i * panel_width + j * LANES)
                                       : v_load(strip->bias + j * LANES);
    }
  }
  const float *weights = strip->weights;
  for (int block = 0; block < strip->blocks; block++) {
    int depth = block == strip->blocks - 1 ? strip->last_depth : strip->depth;
    for (int y = 0; y < strip->kernel_h; y++) {
      for (int x = 0; x < strip->kernel_w; x++) {
        const float *in = strip->in + block * strip->block_stride + y * strip->row_stride
                          + x * strip->tap_stride;
        for (int k = 0; k < depth; k++) {
          V panel[VECTORS_PER_PANEL];
          UNROLL for (int j = 0; j < panel_width / LANES; j++) {
            panel[j] = v_load(weights + j * LANES);
          }
          UNROLL for (int i = 0; i < rows; i++) {
            V value = v_set(in[i * pixel_stride + k]);
            UNROLL for (int j = 0; j < panel_width / LANES; j++) {
              sums[i][j] = v_fma(value, panel[j], sums[i][j]);
            }
          }
          weights += panel_width;
        }
      }
    }
  }
  if (strip->out == NULL) {
    UNROLL for (int i = 0; i < rows; i++) {
      UNROLL for (int j = 0; j < panel_width / LANES; j++) {
        v_store(strip->sums + i * panel_width + j * LANES, sums[i][j]);
      }
    }
    return;
  }
  UNROLL for (int j = 0; j < panel_width / LANES; j++) {
    int block = j * LANES / VGG_BLOCK;
    if (block >= strip->out_blocks) { return; }
    float *out = strip->out + block * strip->out_block_stride + j * LANES % VGG_BLOCK;
    UNROLL for (int i = 0; i < rows; i++) {
      v_store(out + i * VGG_BLOCK, strip->relu ? v_relu(sums[i][j]) : sums[i][j]);
    }
  }
}

// Known strides become address constants.
INLINE void direct_strides(int rows, int panel_width, const vgg_direct_strip *strip) {
  switch (strip->pixel_stride) {
  case 1: direct_rows(rows, panel_width, 1, strip); break;
  case VGG_BLOCK: direct_rows(rows, panel_width, VGG_BLOCK, strip); break;
  default: direct_rows(rows, panel_width, strip->pixel_stride, strip); break;
  }
}

INLINE void direct_panel(int rows, int panel_width, const vgg_direct_strip *strip) {
  switch (rows) {
  case 1: direct_strides(1, panel_width, strip); break;
  case 2: direct_strides(2, panel_width, strip); break;
#if GROUP_ROWS >= 6
  case 3: direct_strides(3, panel_width, strip); break;
  case 4: direct_strides(4, panel_width, strip); break;
  case 5: direct_strides(5, panel_width, strip); break;
  case 6: direct_strides(6, panel_width, strip); break;
#endif
#if GROUP_ROWS >= 14
  case 7: direct_strides(7, panel_width, strip); break;
  case 8: direct_strides(8, panel_width, strip); break;
  case 9: direct_strides(9, panel_width, strip); break;
  case 10: direct_strides(10, panel_width, strip); break;
  case 11: direct_strides(11, panel_width, strip); break;
  case 12: direct_strides(12, panel_width, strip); break;
  case 13: direct_strides(13, panel_width, strip); break;
  case 14: direct_strides(14, panel_width, strip); break;
#endif
  default: break;
  }
}

static TARGET void direct(int rows, const vgg_direct_strip *strip) {
  direct_panel(rows, PANEL, strip);
}

static TARGET void direct_block(int rows, const vgg_direct_strip *strip) {
#if PANEL > VGG_BLOCK
  direct_panel(rows, VGG_BLOCK, strip);
#else
  direct(rows, strip);
#endif
}
