# Prints the tests and suites that a log of Swift Testing says have started and not that they have ended.
#
#     awk -f Scripts/unfinished-tests.awk LOG

# The end of a test case is printed only if it fails.
/ Test case passing / { next }

match($0, /(Suite|Test) .* (started\.|passed after|failed after|was cancelled)/) {
  name = substr($0, RSTART, RLENGTH)
  change = name ~ / started\.$/ ? 1 : -1
  sub(/ (started\.|passed after|failed after|was cancelled)$/, "", name)
  sub(/ with [0-9]+ tests?( cases?)?( in [0-9]+ suites?)?$/, "", name)
  running[name] += change
}
END {
  for (name in running) if (running[name] > 0) print "  " name
}
