// Runs the kernels' tests; Scripts/test-kernels builds them:
//
//     kernel-tests [CASES [SEED [large]]]
//
// CASES is the number of random cases for each operation (100), SEED chooses them; `large` runs the kernels of the best
// instruction set on tensors of more than 2^31 numbers instead.

#include "kernel-tests.h"

int main(int count, char **arguments) {
  int effort = count > 1 ? atoi(arguments[1]) : 100;
  if (count > 2) { seed_random(strtoull(arguments[2], NULL, 10)); }
  bool is_large = count > 3 && strcmp(arguments[3], "large") == 0;
  if (is_large) {
    vgg_team *team = vgg_team_create(vgg_processors(), vgg_isa_best());
    test_large(vgg_isa_best(), team);
    vgg_team_destroy(team);
    return failed == 0 ? 0 : 1;
  }
  test_teams();
  test_window_outputs();
  test_softmax();
  for (int i = 0; i < VGG_ISA_COUNT; i++) {
    vgg_isa isa = (vgg_isa)i;
    if (!vgg_isa_available(isa)) { continue; }
    int before = passed + failed;
    test_bounds(isa, effort * 100);
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
  for (int i = 0; i < VGG_ISA_COUNT; i++) {
    vgg_isa isa = (vgg_isa)i;
    if (!vgg_isa_available(isa)) { continue; }
    vgg_team *teams[3];
    for (int t = 0; t < 3; t++) { teams[t] = vgg_team_create(t + 1, isa); }
    test_activations(isa, teams, effort);
    for (int t = 0; t < 3; t++) { vgg_team_destroy(teams[t]); }
  }
  printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
