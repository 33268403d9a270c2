"""OpenVINO on the processor: one stream for the least latency, in float32.

Its compiled model is cached next to the model's files, so that a second start maps it.
"""

import openvino

from peers import files


class OpenVino:
    def __init__(self, network, folder, batch, threads, pictures):
        core = openvino.Core()
        core.set_property({"CACHE_DIR": files.openvino_cache(folder)})
        model = core.compile_model(files.onnx(folder, batch), "CPU", {
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": "f32",
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": 1,
        })
        self.request = model.create_infer_request()
        self.request.set_input_tensor(openvino.Tensor(pictures, shared_memory=True))

    def run(self):
        self.request.infer()
        return self.request.get_output_tensor().data
