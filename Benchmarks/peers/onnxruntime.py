"""ONNX Runtime on the processor, all graph optimisations on."""

import onnxruntime

from peers import files


class OnnxRuntime:
    def __init__(self, network, folder, batch, threads, pictures):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(
            files.onnx(folder, batch), options, providers=["CPUExecutionProvider"])
        self.pictures = {"input": pictures}

    def run(self):
        return self.session.run(None, self.pictures)[0]
