// The constants of Winograd's F(m x m, 3 x 3), built (Toom and Cook) on the points 0, +-p for each p of
// the pairs, and infinity; m = 2 x pairs. The pairs 3/4 and 3/2 halve the rounding error that F(4, 3)
// has with the usual 1 and 2: root mean square 1.2e-6 of the output's instead of 2.5e-6 for 256
// channels, largest 2.2e-6 of the largest output instead of 9.7e-6. F(6, 3) has 4.9e-6 and 1.4e-5. The
// constants of the input and output transforms are exact floats.
//
// With z(t) = product over the pairs of (t - p^2), and e(t) = z(t) / (t - p^2) for each pair:
//   input    row 0: sum z[k] d[2k];  rows +-p: sum e[k] d[2k+2] +- p sum e[k] d[2k+1];
//            last row: sum z[k] d[2k+1]
//   weights  row 0: g[0] / z(0);  rows +-p: (g[0] +- p g[1] + p^2 g[2]) / (2 p^2 e(p^2));
//            last row: g[2]
//   output   y[k] = (k = 0: m[0]) + sum over the pairs of p^k (m[+p] + (-1)^k m[-p])
//            + (k = m-1: m[last])
// where z[k] and e[k] are the coefficients of t^k. Rows are ordered 0, +p, -p for each pair, infinity.
//
// `short` is F(4, 3) on points of F(6, 3)'s and with its transformed weights: if a map's side is not a
// multiple of 6, tiles of 4 fill the rest, and the products of both are computed together. The divisors that its
// weights would have and F(6, 3)'s do not have are moved into the input's rows: row 0 times -1/4, rows +-p times
// p^2 - 1/4.

#ifndef VGG_WINOGRAD_POINTS_H
#define VGG_WINOGRAD_POINTS_H

// For each kind: m, the output pixels of a tile's side, and the points of its grid's.
#define SIZE_2 2
#define SIZE_4 4
#define SIZE_6 6
#define SIZE_short 4
#define GRID_2 4
#define GRID_4 6
#define GRID_6 8
#define GRID_short 8

// For each kind: p of the pairs; the input's row 0, last row, and rows of the pairs; which of the grid's
// rows each row is.

// F(2, 3): p^2 = 1.
static const float pairs_2[1] = {1};
static const float first_2[2] = {-1, 1};
static const float last_2[2] = {-1, 1};
static const float others_2[1][1] = {{1}};
static const int rows_2[4] = {0, 1, 2, 3};

// F(4, 3): p^2 = 9/16, 9/4.
static const float pairs_4[2] = {0.75f, 1.5f};
static const float first_4[3] = {1.265625f, -2.8125f, 1};
static const float last_4[3] = {1.265625f, -2.8125f, 1};
static const float others_4[2][2] = {{-2.25f, 1}, {-0.5625f, 1}};
static const int rows_4[6] = {0, 1, 2, 3, 4, 5};

// F(6, 3): p^2 = 1, 4, 1/4.
static const float pairs_6[3] = {1, 2, 0.5f};
static const float first_6[4] = {-1, 5.25f, -5.25f, 1};
static const float last_6[4] = {-1, 5.25f, -5.25f, 1};
static const float others_6[3][3] = {{1, -4.25f, 1}, {0.25f, -1.25f, 1}, {4, -5, 1}};
static const int rows_6[8] = {0, 1, 2, 3, 4, 5, 6, 7};

// F(4, 3) among F(6, 3)'s points: p^2 = 1, 4.
static const float pairs_short[2] = {1, 2};
static const float first_short[3] = {-1, 1.25f, -0.25f};
static const float last_short[3] = {4, -5, 1};
static const float others_short[2][2] = {{-3, 0.75f}, {-3.75f, 3.75f}};
static const int rows_short[6] = {0, 1, 2, 3, 4, 7};

#endif
