// Winograd's transforms: of lines, of tiles, of weights.

#include "convolution/winograd/winograd-points.h"

#define PASTE(name, kind) name##_##kind
#define OF(name, kind) PASTE(name, kind)

#define KIND 2
#include "convolution/winograd/winograd-lines.inc.h"
#define KIND 4
#include "convolution/winograd/winograd-lines.inc.h"
#define KIND 6
#include "convolution/winograd/winograd-lines.inc.h"
#define KIND short
#include "convolution/winograd/winograd-lines.inc.h"

#define HIGH 2
#define WIDE 2
#include "convolution/winograd/winograd-tiles.inc.h"
#define HIGH 4
#define WIDE 4
#include "convolution/winograd/winograd-tiles.inc.h"
#define HIGH 6
#define WIDE 6
#include "convolution/winograd/winograd-tiles.inc.h"

// Tiles of 4 among those of 6.
#define HIGH 6
#define WIDE short
#include "convolution/winograd/winograd-tiles.inc.h"
#define HIGH short
#define WIDE 6
#include "convolution/winograd/winograd-tiles.inc.h"
#define HIGH short
#define WIDE short
#include "convolution/winograd/winograd-tiles.inc.h"

#define WINOGRAD 2
#include "convolution/winograd/winograd-weights.inc.h"
#undef WINOGRAD
#define WINOGRAD 4
#include "convolution/winograd/winograd-weights.inc.h"
#include "training/winograd-gradient.inc.h"
#undef WINOGRAD
#define WINOGRAD 6
#include "convolution/winograd/winograd-weights.inc.h"
#undef WINOGRAD

#undef OF
#undef PASTE
