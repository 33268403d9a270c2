import VGGDiagnostics
import VGGFiles
import VGGFindings

extension KoreanFindings {
  package func name(of format: FileFormat) -> String {
    switch format {
    case .empty: "빈 파일"
    case .gitLFSPointer: "Git LFS 포인터"
    case .safetensors: "safetensors 파일"
    case .pyTorchZip: "PyTorch 파일(zip 압축 파일)"
    case .torchScriptZip: "TorchScript 프로그램"
    case .pyTorchStream: "PyTorch 파일(1.6 이전의 pickle 스트림)"
    case .kerasZip: "Keras 모델(.keras)"
    case .numPyZip: "NumPy 압축 파일(.npz)"
    case .numPyArray: "NumPy 배열(.npy)"
    case .pickle: "Python pickle 파일"
    case .hdf5: "HDF5 파일"
    case .onnx: "ONNX 모델"
    case .tfLite: "TensorFlow Lite 모델"
    case .savedModel: "TensorFlow SavedModel"
    case .darknetWeights: "Darknet 가중치 파일"
    case .caffeModel: "Caffe 모델"
    case .matlab: "MATLAB 파일"
    case .torch7: "Torch7 파일"
    case .gguf: "GGUF 파일"
    case .zip: "zip 압축 파일"
    case .tar: "tar 파일"
    case .gzip: "gzip 파일"
    case .bzip2: "bzip2 파일"
    case .xz: "xz 파일"
    case .zstandard: "Zstandard 파일"
    case .sevenZip: "7-Zip 압축 파일"
    case .rar: "RAR 압축 파일"
    case .png: "PNG 이미지"
    case .jpeg: "JPEG 이미지"
    case .gif: "GIF 이미지"
    case .bmp: "BMP 이미지"
    case .tiff: "TIFF 이미지"
    case .webP: "WebP 이미지"
    case .heif: "HEIF 이미지"
    case .avif: "AVIF 이미지"
    case .binaryPixmap: "PPM 또는 PGM 이미지"
    case .plainPixmap: "PBM 이미지, 또는 텍스트로 된 PPM이나 PGM 이미지"
    case .jpeg2000: "JPEG 2000 이미지"
    case .jpegXL: "JPEG XL 이미지"
    case .icon: "Windows 아이콘"
    case .photoshop: "Photoshop 문서"
    case .pdf: "PDF 문서"
    case .html: "웹 페이지"
    case .svg: "SVG 그림"
    case .xml: "XML 텍스트"
    case .json: "JSON 텍스트"
    case .video: "동영상이나 오디오"
    case .program: "프로그램"
    case .text: "텍스트"
    }
  }

  /// The remedy for a file of a format; `nil` if the format does not suggest one.
  package func remedy(for format: FileFormat) -> String? {
    switch format {
    case .empty: "다시 내려받거나 저장하세요"
    case .gitLFSPointer: "저장소에서 `git lfs pull`을 실행해 실제 파일을 내려받으세요"
    case .zip: "`unzip`으로 푸세요"
    case .tar: "`tar -xf`로 푸세요"
    case .gzip: "`gunzip`으로, .tar.gz이면 `tar -xf`로 푸세요"
    case .bzip2: "`bunzip2`로, .tar.bz2이면 `tar -xf`로 푸세요"
    case .xz: "`unxz`로, .tar.xz이면 `tar -xf`로 푸세요"
    case .zstandard: "`unzstd`로, .tar.zst이면 `tar -xf`로 푸세요"
    case .sevenZip: "`7z x`로 푸세요"
    case .rar: "`unrar x`로 푸세요"
    case .html, .xml: "내려받기에 실패하면 이런 파일이 남을 때가 많으니 다시 내려받으세요"
    case .safetensors, .pyTorchZip, .torchScriptZip, .pyTorchStream, .kerasZip, .numPyZip,
      .numPyArray, .pickle, .hdf5, .onnx, .tfLite, .savedModel, .darknetWeights, .caffeModel,
      .matlab, .torch7, .gguf, .png, .jpeg, .gif, .bmp, .tiff, .webP, .heif, .avif, .binaryPixmap,
      .plainPixmap, .jpeg2000, .jpegXL, .icon, .photoshop, .pdf, .svg, .json, .video, .program,
      .text:
      nil
    }
  }
}
