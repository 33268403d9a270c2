// The output sizes of windows, by the table that also tests the compiler's arithmetic. The tests
// run in the checkout's root.

#include <inttypes.h>

#include "kernel-tests.h"

void test_window_outputs(void) {
  FILE *table = fopen("Tests/Windows/windows.csv", "r");
  expect(table != NULL, "the table can be read", "Tests/Windows/windows.csv");
  if (table == NULL) { return; }
  char line[200];
  int cases = 0;
  expect(
      fgets(line, sizeof line, table) != NULL
          && strcmp(line, "size,kernel,stride,padding,dilation,ceil,output\n") == 0,
      "its columns are known", line);
  while (fgets(line, sizeof line, table) != NULL) {
    int32_t size, kernel, stride, padding, dilation;
    int ceil;
    int64_t output;
    bool is_read = sscanf(line,
                          "%" SCNd32 ",%" SCNd32 ",%" SCNd32 ",%" SCNd32 ",%" SCNd32 ",%d,%" SCNd64,
                          &size, &kernel, &stride, &padding, &dilation, &ceil, &output)
                   == 7;
    expect(
        is_read && vgg_window_output(size, kernel, stride, padding, dilation, ceil != 0) == output,
        "a window's output", line);
    cases++;
  }
  expect(cases > 1000, "the table is whole", "Tests/Windows/windows.csv");
  fclose(table);
}
