// Winograd's transforms: of lines, of tiles, of weights.

#include "winograd-points.h"

#define PASTE(name, kind) name##_##kind
#define OF(name, kind) PASTE(name, kind)

#define KIND 2
#define SIZE 2
#include "winograd-lines.inc.h"
#undef KIND
#undef SIZE
#define GRID 4
#define HIGH 2
#define HIGH_SIZE 2
#define WIDE 2
#define WIDE_SIZE 2
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE
#undef GRID

#define KIND 4
#define SIZE 4
#include "winograd-lines.inc.h"
#undef KIND
#undef SIZE
#define GRID 6
#define HIGH 4
#define HIGH_SIZE 4
#define WIDE 4
#define WIDE_SIZE 4
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE
#undef GRID

#define KIND 6
#define SIZE 6
#include "winograd-lines.inc.h"
#undef KIND
#undef SIZE
#define GRID 8
#define HIGH 6
#define HIGH_SIZE 6
#define WIDE 6
#define WIDE_SIZE 6
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE

// Tiles of 4 among those of 6.
#define KIND short
#define SIZE 4
#include "winograd-lines.inc.h"
#undef KIND
#undef SIZE
#define HIGH 6
#define HIGH_SIZE 6
#define WIDE short
#define WIDE_SIZE 4
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE
#define HIGH short
#define HIGH_SIZE 4
#define WIDE 6
#define WIDE_SIZE 6
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE
#define HIGH short
#define HIGH_SIZE 4
#define WIDE short
#define WIDE_SIZE 4
#include "winograd-tiles.inc.h"
#undef HIGH
#undef HIGH_SIZE
#undef WIDE
#undef WIDE_SIZE
#undef GRID

#define WINOGRAD 2
#include "winograd-weights.inc.h"
#undef WINOGRAD
#define WINOGRAD 4
#include "winograd-weights.inc.h"
#include "winograd-gradient.inc.h"
#undef WINOGRAD
#define WINOGRAD 6
#include "winograd-weights.inc.h"
#undef WINOGRAD

#undef OF
#undef PASTE
