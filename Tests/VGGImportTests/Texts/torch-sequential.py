import torch
from torch import nn

model = nn.Sequential(
    nn.Conv2d(1, 16, kernel_size=5, padding="same"),
    nn.ReLU(),
    nn.MaxPool2d(3, stride=2, padding=1, ceil_mode=True),
    nn.LocalResponseNorm(5, alpha=5e-4, beta=0.75, k=2.0),
    nn.Conv2d(16, 32, 3, 2, 1, bias=False),
    nn.ReLU(inplace=True),
    nn.Dropout(0.2),
    nn.AdaptiveAvgPool2d(1),
    nn.Flatten(),
    nn.Linear(32, 10),
    nn.Softmax(dim=1),
)
