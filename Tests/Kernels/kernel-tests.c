// Runs the kernels' tests; Scripts/test-kernels builds them. An argument sets how many random cases each
// operation gets (100).

#include "kernel-tests.h"

int main(int count, char **arguments) {
  int effort = count > 1 ? atoi(arguments[1]) : 100;
  test_teams();
  test_window_outputs();
  test_softmax();
  for (int i = 0; i < VGG_ISA_COUNT; i++) {
    vgg_isa isa = (vgg_isa)i;
    if (!vgg_isa_available(isa)) { continue; }
    int before = passed + failed;
    vgg_team *teams[3];
    for (int t = 0; t < 3; t++) { teams[t] = vgg_team_create(t + 1, isa); }
    test_convolution(isa, teams, effort);
    test_pooling(isa, teams, effort);
    test_elementwise(isa, teams, effort / 4);
    test_linear(isa, teams, effort);
    test_convolution_gradients(isa, teams, effort);
    test_gradients(isa, teams, effort);
    for (int t = 0; t < 3; t++) { vgg_team_destroy(teams[t]); }
    printf("%s: %d checks\n", vgg_isa_name(isa), passed + failed - before);
  }
  printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
