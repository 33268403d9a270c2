// Threads that compute together.

#include "kernel-tests.h"

void test_teams(void) {
  expect(vgg_team_create(0, VGG_ISA_PORTABLE) == NULL, "teams", "no threads");
  expect(vgg_team_create(1, (vgg_isa)99) == NULL, "teams", "unknown instruction set");
  vgg_team_destroy(NULL);
  // Many short jobs, so that workers wake late, and teams that end at once.
  for (int threads = 1; threads <= 8; threads++) {
    vgg_team *team = vgg_team_create(threads, VGG_ISA_PORTABLE);
    float numbers[40000];
    for (int i = 0; i < 40000; i++) { numbers[i] = -1; }
    for (int round = 0; round < 500; round++) { vgg_relu_plain(team, 40000, numbers, numbers); }
    expect(numbers[0] == 0 && numbers[39999] == 0, "teams", "short jobs");
    vgg_team_destroy(team);
  }
}
