"""Whole trainings: the networks, the recipes, and the marks for the results."""

from dataclasses import dataclass

from peers.training import NETWORKS, yaml


@dataclass(frozen=True)
class Recipe:
    """A training run by SGD with momentum 0.9 and weight decay 5e-4 of the network of this name."""

    name: str
    title: str
    batch: int
    rates: tuple  # one per epoch
    accuracy: float  # the mark for the median over seeds
    # PyTorch's own figures when the marks were set, on another day: the training's seconds, an epoch's, the peak's bytes
    training_s: float | None = None
    epoch_s: float | None = None
    peak_bytes: float | None = None

    def configuration(self, mean, deviation):
        """The network and the recipe for vgg."""
        return (f"{yaml(self.name)}"
                f"preprocess: {{resize: {NETWORKS[self.name].input[1]}, mean: {mean}, std: {deviation}}}\n"
                f"training: {{optimizer: sgd, momentum: 0.9, weight_decay: 0.0005, batch: {self.batch}, "
                f"schedule: {list(self.rates)}}}\n")


RECIPES = {recipe.name: recipe for recipe in (
    Recipe("digits", "Handwritten digits, 1x8x8", 32, (0.02,) * 20, accuracy=0.984, training_s=2.2),
    Recipe("fashion", "Fashion-MNIST, 1x28x28, batch norm", 128, (0.05, 0.05, 0.01, 0.002), accuracy=0.92,
           epoch_s=35, peak_bytes=1029e6),
)}
