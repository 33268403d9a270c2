"""The parts of the benchmarks: what is run, on whom, and how a peer is spoken to."""
