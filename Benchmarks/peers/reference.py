"""Writes the answers that all engines are compared with: PyTorch in float64, picture by picture.

    python3 -m peers.reference NETWORK FOLDER PICTURES
"""

import json
import sys

import numpy
import torch

from peers import files
from peers.networks import NETWORKS
from peers.pytorch import build


def main():
    name, folder, count = sys.argv[1:]
    network = NETWORKS[name]
    model = build(network, folder).double()
    answers = []
    with torch.inference_mode():
        for index in range(int(count)):
            picture = numpy.fromfile(files.picture(folder, index), dtype="<f4").reshape(1, *network.input)
            answers.append(model(torch.from_numpy(picture).double())[0].flatten().tolist())
    with open(files.reference(folder), "w") as file:
        json.dump(answers, file)


if __name__ == "__main__":
    main()
