"""ncnn on the processor: Winograd, packed layouts and its other optimisations on, float32 throughout.

It has no batch axis, so a batch is a loop over pictures. Its pool allocators were tried and made no difference.
"""

import ncnn
import numpy

from peers import files

ON = ("use_packing_layout", "use_sgemm_convolution", "use_winograd_convolution", "use_winograd23_convolution",
      "use_winograd43_convolution", "use_winograd63_convolution")
OFF = ("use_fp16_packed", "use_fp16_storage", "use_fp16_arithmetic", "use_bf16_packed", "use_bf16_storage",
       "use_int8_inference", "use_vulkan_compute")


class Ncnn:
    def __init__(self, network, folder, batch, threads, pictures):
        self.net = ncnn.Net()
        self.net.opt.num_threads = threads
        for names, value in ((ON, True), (OFF, False)):
            for name in names:
                setattr(self.net.opt, name, value)
        if self.net.load_param(files.ncnn_structure(folder)) or self.net.load_model(files.ncnn_weights(folder)):
            raise RuntimeError("ncnn cannot read its model")
        self.input, self.output = self.net.input_names()[0], self.net.output_names()[0]
        self.pictures = [ncnn.Mat(picture) for picture in pictures]

    def run(self):
        return numpy.stack([self.answer(picture) for picture in self.pictures])

    def answer(self, picture):
        extractor = self.net.create_extractor()
        extractor.input(self.input, picture)
        status, output = extractor.extract(self.output)
        if status:
            raise RuntimeError(f"ncnn's run ended with status {status}")
        return numpy.array(output)
