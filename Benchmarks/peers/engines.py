"""The peers: the name of each in tables, and the class that runs it in its worker."""

from dataclasses import dataclass, field

# Without these glibc maps and unmaps every large activation, and the kernel clears its pages each time.
KEEP_MEMORY = {
    "MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(1 << 34), "MALLOC_TOP_PAD_": str(1 << 26)}


@dataclass(frozen=True)
class Peer:
    id: str
    title: str
    package: str
    module: str
    type: str
    environment: dict = field(default_factory=dict)
    cold_start: bool = True  # whether its start is worth measuring


PEERS = (
    Peer("pytorch", "PyTorch eager", "torch", "peers.pytorch", "Eager"),
    Peer("pytorch-blocked", "PyTorch blocked", "torch", "peers.pytorch", "Blocked", KEEP_MEMORY),
    Peer("pytorch-compiled", "PyTorch compiled", "torch", "peers.pytorch", "Compiled", KEEP_MEMORY, cold_start=False),
    Peer("onnxruntime", "ONNX Runtime", "onnxruntime", "peers.onnxruntime", "OnnxRuntime"),
    Peer("openvino", "OpenVINO", "openvino", "peers.openvino", "OpenVino"),
    Peer("ncnn", "ncnn", "ncnn", "peers.ncnn", "Ncnn"),
)
