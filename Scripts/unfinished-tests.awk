# Prints the tests and suites that a log of Swift Testing says have started and not that they have ended.
#
#     awk -f Scripts/unfinished-tests.awk LOG

match($0, /(Suite|Test) .* (started\.|passed after|failed after|was cancelled|skipped)/) {
  name = substr($0, RSTART, RLENGTH)
  kind = name
  sub(/ (started\.|passed after|failed after|was cancelled|skipped)$/, "", name)
  sub(/ with [0-9]+ test cases?$/, "", name)
  if (kind ~ / started\.$/) running[name]++
  else if (kind ~ / (passed|failed) after$/) running[name]--
}
END {
  for (name in running) if (running[name] > 0) print "  " name
}
