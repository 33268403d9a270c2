import VGGDiagnostics
import VGGFiles
import VGGPhrasebooks
import VGGWeights

extension Korean {
  package func words(for cause: UnreadableFile.Cause) -> String {
    KoreanFindings().words(for: cause)
  }

  package func words(for shortage: MemoryShortage) -> String {
    KoreanFindings().words(for: shortage)
  }

  package func cannotReadWeights(_ error: WeightError) -> String {
    "가중치를 읽을 수 없습니다: \(words(for: error))"
  }

  package func words(for error: WeightError) -> String {
    (error.file.map { "\($0): " } ?? "") + (error.offset.map { "바이트 \($0): " } ?? "")
      + reason(of: error)
  }

  package func cannotWrite(_ path: String, _ refusal: WritingRefusal) -> String {
    "\(path) 경로에 쓸 수 없습니다: \(reason(of: refusal))"
  }

  package func cannotWriteOutput(_ refusal: WritingRefusal) -> String {
    "표준 출력에 쓸 수 없습니다: \(reason(of: refusal))"
  }

  private func reason(of refusal: WritingRefusal) -> String {
    switch refusal {
    case .system(let reason): fileReason(reason)
    case .isInput: "입력 파일입니다. 다른 파일을 지정하세요"
    case .exists: "이미 있습니다. 다른 파일을 지정하세요"
    case .isNotGenerated: "이미 있고, vggc가 생성한 파일이 아닙니다. 다른 폴더를 지정하세요"
    case .replacesData(let file):
      "다른 모델의 데이터 파일도 바뀝니다: \(file). 다른 파일을 지정하세요"
    case .unwritableData(let file, let reason):
      "가중치를 \(file) 파일에 쓸 수 없습니다: \(fileReason(reason))"
    case .isNotInitialized:
      "vggc가 초기화하지 않은 가중치가 들어 있습니다. 파일을 옮기거나 다른 파일을 지정하세요"
    case .isNotConverted:
      "이미 있고, vggc가 변환한 파일이 아닙니다. 파일을 옮기거나 다른 파일을 지정하세요"
    case .unreadableOrigin(let error):
      "이미 있고, 어떤 파일인지 알 수 없습니다: \(reason(of: error))"
    case .modelTooLarge(hasDataFile: false):
      "모델이 ONNX 파일 하나의 한도인 2 GiB를 넘습니다. `--external-data`로 가중치를 다른 파일에 저장하세요"
    case .modelTooLarge(hasDataFile: true):
      "가중치를 빼도 모델이 ONNX 파일 하나의 한도인 2 GiB를 넘습니다"
    }
  }

  private func reason(of error: WeightError) -> String {
    switch error.fault {
    case .system(let deed, let reason):
      "\(words(for: deed)): \(fileReason(reason))"
    case .folder: "파일이 아니라 폴더입니다"
    case .irregularFile: "일반 파일이 아니어서 메모리에 매핑할 수 없습니다"
    case .otherFormat(let format): refusal(of: format, in: error.file ?? "FILE")
    case .noHeader(let length, let limit):
      "safetensors 파일이 아닙니다: 헤더의 길이 \(length)바이트가 한도 \(grouped(limit))바이트를 넘습니다"
    case .shortFile(let count):
      "safetensors 파일은 헤더의 길이를 적은 8바이트로 시작하지만 이 파일은 \(count)바이트뿐입니다"
    case .shortHeader(let length, let present):
      "파일이 잘렸습니다: 헤더의 길이가 \(length)바이트지만 남은 것은 \(present)바이트입니다"
    case .shortData(let tensor, let end, let present):
      "파일이 잘렸거나 헤더가 틀렸습니다: \(quoted(tensor)) 텐서의 데이터는 바이트 \(end)에서 끝나지만 파일의 데이터는 "
        + "\(present)바이트입니다"
    case .shortZip: "파일이 잘렸습니다: zip 압축 파일로 시작하지만 그 끝이 없습니다"
    case .checksum: "체크섬이 다릅니다: 파일이 손상되었거나 다른 프로그램이 바꾸었습니다"
    case .noTensor(let name, let names): "\(quoted(name)) 텐서가 없습니다\(words(for: names))"
    case .ambiguousNames(let ambiguity): words(for: WeightRemark.ambiguous(ambiguity))
    case .otherShape(let name, let actual, let needed):
      "\(quoted(name)) 텐서의 모양이 \(shape(actual))인데 네트워크에는 \(with(shape(needed), .subject)) 필요합니다"
    case .otherType(let name, let type):
      "\(quoted(name)) 텐서의 자료형은 \(type)입니다. 가중치는 F32, F64, F16, BF16 가운데 하나여야 합니다"
    case .notFinite(let tensor, let value, let index):
      "\(quoted(tensor)) 텐서의 \(index)번 값이 유한한 수가 아닙니다: \(value)"
    case .shortage(let name, let shortage): "\(quoted(name)) 텐서: \(words(for: shortage))"
    case .unwritten(let reason): "파일에 쓸 수 없습니다: \(fileReason(reason))"
    case .detail(let detail): "\(frame(of: error.kind)): \(detail)"
    }
  }

  private func fileReason(_ text: String) -> String { KoreanFindings().writingReason(text) }

  private func words(for deed: WeightFault.Deed) -> String {
    switch deed {
    case .open: "파일을 열 수 없습니다"
    case .map: "파일을 메모리에 매핑할 수 없습니다"
    case .measure: "파일의 크기를 알 수 없습니다"
    }
  }

  private func words(for names: WeightFault.PresentNames) -> String {
    switch names {
    case .prefixed(let longer):
      ". \(quoted(longer)) 텐서는 있으니 이름 앞에 덧붙은 부분을 지우세요"
    case .others(let count, let first):
      ". 파일의 텐서는 \(grouped(count))개이고, 첫 텐서는 \(quoted(first))입니다"
    case .none: ". 파일에 텐서가 하나도 없습니다"
    }
  }

  private func shape(_ sizes: [Int]) -> String {
    sizes.isEmpty ? "[](수 하나)" : sizes.map(String.init).joined(separator: " x ")
  }

  /// The sentence before a detail in English.
  private func frame(of kind: WeightError.Kind) -> String {
    switch kind {
    case .unreadable: "파일을 읽을 수 없습니다"
    case .malformed: "파일의 형식이 맞지 않습니다"
    case .missing: "필요한 텐서가 없습니다"
    case .mismatched: "네트워크에 맞지 않습니다"
    case .unwritable: "파일을 쓸 수 없습니다"
    case .tooLarge: "너무 큽니다"
    }
  }

  /// The kind of a file that holds no weights that can be read here, and the remedy.
  private func refusal(of format: FileFormat, in path: String) -> String {
    let findings = KoreanFindings()
    let file = shellQuoted(path)
    // Two files, under names that the user chooses.
    let written = "-o NET.yaml --weights NET.safetensors"
    let otherwise =
      switch format {
      case .torchScriptZip:
        "텐서만 저장하세요: torch.save(torch.jit.load(path).state_dict(), 'weights.pth')"
      case .kerasZip, .onnx: "변환하세요: vggc import \(file) \(written)"
      case .hdf5:
        "Keras가 쓴 파일이면 변환하세요: vggc import \(file) \(written). 가중치만 있는 파일이면 모델의 JSON을 먼저 "
          + "적으세요: vggc import MODEL.json \(file) \(written)"
      case .numPyZip:
        "배열을 safetensors로 저장하세요: safetensors.numpy.save_file(dict(numpy.load(path)), "
          + "'weights.safetensors')"
      case .numPyArray: "모든 텐서를 함께 safetensors로 저장하세요"
      case .pickle: "PyTorch로 텐서를 저장하세요: torch.save(model.state_dict(), 'weights.pth')"
      case .tfLite, .savedModel: "TensorFlow에서 읽어 가중치를 safetensors로 저장하세요"
      case .darknetWeights:
        "모양이 적힌 .cfg 파일과 함께 변환하세요: vggc import NET.cfg \(file) \(written)"
      case .caffeModel:
        "prototxt 파일과 함께 변환하세요: vggc import DEPLOY.prototxt \(file) \(written)"
      case .matlab, .torch7, .gguf: "이 형식을 읽는 프로그램에서 텐서를 safetensors로 저장하세요"
      case .tar:
        "`tar -xf`로 풀거나, PyTorch 0.1이 쓴 파일이면 새 버전에서 다시 저장하세요"
      case .empty, .gitLFSPointer, .safetensors, .pyTorchZip, .pyTorchStream, .zip, .gzip, .bzip2,
        .xz, .zstandard, .sevenZip, .rar, .png, .jpeg, .gif, .bmp, .tiff, .webP, .heif, .avif,
        .binaryPixmap, .plainPixmap, .jpeg2000, .jpegXL, .icon, .photoshop, .pdf, .html, .svg, .xml,
        .json, .video, .program, .text:
        "safetensors 파일이나 torch.save로 저장한 .pth 파일을 쓰세요"
      }
    let remedy = format == .tar ? nil : findings.remedy(for: format)
    return "\(findings.name(of: format))입니다. \(remedy ?? otherwise)"
  }
}
