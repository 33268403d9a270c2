from typing import Any

from torch.nn import Module

class DistributedDataParallel(Module):
    def __init__(self, module: Module, **kwargs: Any) -> None: ...
    def no_sync(self) -> Any: ...
