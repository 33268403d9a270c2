"""The parts of the benchmarks: the workloads, the engines, and the protocol for talking to a peer."""
