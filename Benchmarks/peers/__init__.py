"""The parts of Benchmarks/runtime.py: what is run, on whom, and how a peer is spoken to."""
