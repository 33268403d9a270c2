from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

_Item = TypeVar("_Item", covariant=True)

class Dataset(Generic[_Item]):
    def __getitem__(self, index: Any) -> _Item: ...

class Subset(Dataset[_Item]):
    def __init__(self, dataset: Dataset[_Item], indices: Sequence[int]) -> None: ...

class DataLoader(Generic[_Item]):
    def __init__(self, dataset: Dataset[_Item], batch_size: int | None = 1, **kwargs: Any) -> None: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...

class Sampler(Generic[_Item]):
    def __iter__(self) -> Iterator[_Item]: ...

class DistributedSampler(Sampler[_Item]):
    def __init__(
        self,
        dataset: Dataset[Any],
        num_replicas: int | None = None,
        rank: int | None = None,
        shuffle: bool = True,
        seed: int = 0,
        drop_last: bool = False,
    ) -> None: ...
    def set_epoch(self, epoch: int) -> None: ...

class BatchSampler(Sampler[list[int]]):
    def __init__(self, sampler: Iterable[int], batch_size: int, drop_last: bool) -> None: ...
