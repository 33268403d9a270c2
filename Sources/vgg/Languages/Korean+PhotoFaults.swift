import VGGData
import VGGDiagnostics
import VGGFiles
import VGGFindings
import VGGPhrasebooks
import VGGRuntime

extension Korean {
  func words(for error: InputError) -> String {
    (error.file.map { "\($0): " } ?? "") + reason(of: error.fault)
  }

  func words(for photo: UnreadablePhoto) -> String {
    "\(photo.path): \(reason(of: photo.fault))"
  }

  func cannotRead(_ path: String, _ cause: UnreadableFile.Cause) -> String {
    "\(path) 파일을 읽을 수 없습니다: \(words(for: cause))"
  }

  func cannotReadLabels(_ path: String, _ fault: LabelFault) -> String {
    "레이블 파일을 읽을 수 없습니다: \(path): \(KoreanFindings().words(for: fault, in: path))"
  }

  func labels(_ count: Int, in path: String, outputs: Int) -> String {
    "\(path) 파일의 레이블은 \(grouped(count))개지만 네트워크의 출력은 \(grouped(outputs))개입니다"
  }

  func traceTakesOne(not count: Int) -> String {
    "--trace에는 사진이 한 장 필요합니다(현재 \(grouped(count))장)"
  }

  func words(for failure: PhotoSearchFailure) -> String {
    switch failure {
    case .noPictures(let folder): "\(folder) 폴더에 사진이 없습니다"
    case .unreadable(let folder, let cause):
      "\(folder) 폴더를 읽을 수 없습니다: \(words(for: cause))"
    }
  }

  private func reason(of fault: InputFault) -> String {
    let findings = KoreanFindings()
    return switch fault {
    case .unreadable(let cause): "파일을 읽을 수 없습니다: \(words(for: cause))"
    case .noPhoto(let format?, let formats):
      "\(findings.name(of: format))입니다. "
        + (findings.remedy(for: format) ?? "읽을 수 있는 사진 형식: \(formats), 이진 PPM")
    case .noPhoto(nil, let formats):
      "사진이 아니거나 읽을 수 없는 형식입니다. 읽을 수 있는 형식: \(formats), 이진 PPM"
    case .noPixmap:
      "이진 PPM(P6)이나 PGM(P5) 사진이 아닙니다. 먼저 변환하세요(예: magick photo.jpg photo.ppm)"
    case .cutOff: "파일이 잘렸습니다: 사진이 끝나기 전에 파일이 끝납니다"
    case .tooManyPixels(let width, let height, let count):
      "파일이 잘렸습니다: \(grouped(count))바이트에는 \(width) x \(height) 픽셀이 들어갈 수 없습니다"
    case .shortPixels(let present, let expected):
      "파일이 잘렸습니다: 픽셀이 \(expected)바이트여야 하는데 \(present)바이트뿐입니다"
    case .spareBytes(let count, let expected):
      "헤더에 따르면 픽셀은 \(expected)바이트인데 \(count)바이트가 더 있습니다. 줄 끝이 두 글자이거나 헤더가 틀렸을 수 있습니다"
    case .overLimit(let limit): words(for: limit)
    case .shortage(let shortage): words(for: shortage)
    case .noMemoryToTurn: "메모리가 모자라 사진을 촬영한 방향으로 돌릴 수 없습니다"
    case .undecodable(let reason):
      "사진을 디코딩할 수 없습니다" + (reason.map { ": \($0)" } ?? "")
    case .noDecoder(let format, let package):
      "이 컴퓨터의 gdk-pixbuf에는 \(format) 디코더가 없습니다"
        + (package.map { ". Debian과 Ubuntu에서는 `sudo apt-get install \($0)`로 설치하세요" } ?? "")
    case .noPicture: "파일에 사진이 없습니다"
    case .channels(let channels, let height, let width):
      "사진의 채널은 1개나 3개지만 네트워크의 입력 채널은 \(channels)개입니다. float32 값이 "
        + "\(channels) x \(height) x \(width)개인 .f32 파일을 쓰세요"
    case .rawSize(let count, let channels, let height, let width):
      "파일이 \(count)바이트지만, float32 값 \(channels) x \(height) x \(width)개는 "
        + "\(channels * height * width * 4)바이트입니다"
    case .notFinite(let output):
      "네트워크의 \(output.index)번 클래스 출력이 유한한 수가 아닙니다: \(output.value). 가중치나 입력에 문제가 있습니다"
    case .notFiniteFeatures(let value):
      "네트워크의 출력에 유한하지 않은 수가 있습니다: \(value). 가중치나 입력에 문제가 있습니다"
    case .detail(let detail): "사진을 읽을 수 없습니다: \(detail)"
    }
  }

  private func words(for limit: InputFault.PixelLimit) -> String {
    let size = "\(limit.width) x \(limit.height)"
    guard let area = limit.area else { return "\(size) 픽셀로 사진의 한도를 넘습니다" }
    return "\(size) = \(grouped(area)) 픽셀로 사진의 한도 \(grouped(limit.limit)) 픽셀을 넘습니다"
      + (limit.canBeRaised ? ". 읽으려면 `--most-pixels \(area)` 옵션을 붙이세요" : "")
  }

  // MARK: - Folders

  func words(for error: PhotoFolderError) -> String {
    "\(error.path): \(reason(of: error.fault, in: error.path))"
  }

  private func reason(of fault: FolderFault, in path: String) -> String {
    switch fault {
    case .missing: "그런 폴더가 없습니다"
    case .noFolder(let format, let command):
      "폴더가 아닙니다" + (format.map { "(\(KoreanFindings().name(of: $0)))" } ?? "") + ". "
        + (command.map { "다음 명령으로 풀고 풀린 폴더를 쓰세요: `\($0)`" }
          ?? "클래스마다 사진 폴더가 하나씩 있는 폴더를 쓰세요")
    case .unlisted(let cause): "폴더를 읽을 수 없습니다: \(words(for: cause))"
    case .noClasses(let photos, let unpacking):
      "클래스 폴더가 없습니다" + (photos > 0 ? "(클래스가 없는 사진 \(grouped(photos))장)" : "") + ". "
        + (unpacking.map { "안에 있는 압축 파일을 푸세요: `\($0)`" }
          ?? "클래스마다 폴더를 하나씩 만들어 사진을 넣으세요(예: \(FolderFault.example(in: path)))")
    case .sameLooking(let name): "`\(name)`처럼 보이는 클래스 폴더가 두 개입니다. 하나의 이름을 바꾸세요"
    case .noPhotos(let extensions): "클래스 폴더에 사진이 없습니다(사진의 확장자: \(extensions))"
    case .layout(let layout, let use): advice(layout, for: use)
    case .unknownClass(let name, let source, let classes):
      "`\(name)` 클래스 폴더가 클래스 목록에 없습니다: \(source): "
        + listed(classes.map { shortened($0) })
    case .oneClass(let name): "클래스가 `\(name)` 하나뿐입니다. 학습에는 둘 이상이 필요합니다"
    case .emptyClass(let name, let others, let contents):
      "`\(name)` 클래스" + (others > 0 ? "와 다른 클래스 \(grouped(others))개" : "") + "에 사진이 없습니다: "
        + reason(of: contents, in: path)
    }
  }

  private func reason(of contents: ClassContents, in path: String) -> String {
    if contents.photos > 0 {
      return "폴더의 사진 \(grouped(contents.photos))장을 모두 쓸 수 없습니다"
    }
    guard let file = contents.otherFile else {
      return "폴더가 비어 있습니다. 사진을 넣거나, 클래스가 아니면 폴더를 지우세요"
    }
    let found =
      contents.otherFiles == 1
      ? "폴더에는 사진의 확장자가 없는 \(file) 파일뿐입니다"
      : "폴더의 파일 \(grouped(contents.otherFiles))개(예: \(file))에 사진의 확장자가 없습니다"
    return "\(found). 클래스가 아니면 폴더를 \(path) 밖으로 옮기세요"
  }

  private func advice(_ layout: FolderLayout, for use: PhotoUse) -> String {
    switch layout {
    case .nested(let inner):
      return "하나뿐인 폴더 \(inner.path) 안에 \(listed(inner.classes)) 폴더가 있습니다. 이것이 클래스라면 "
        + "\(use.naming(inner.path)) 옵션을 쓰세요"
    case .parts(let parts):
      let names = listed(parts.names, most: 6)
      let classes = listed(parts.classes)
      return parts.areNamed
        ? "\(names) 폴더에 같은 클래스 폴더(\(classes))가 있습니다. \(use.naming(parts)) 옵션을 쓰세요"
        : "\(names) 폴더에 같은 폴더(\(classes))가 있습니다. 이것이 클래스라면 \(use.naming(parts)) 옵션을 쓰세요"
    }
  }

  func words(for remark: FolderRemark, in root: String) -> String {
    switch remark {
    case .layout(let layout, let use): "\(root): \(advice(layout, for: use))"
    case .numbersAsText(let classes):
      "\(root) 폴더의 클래스 이름은 숫자지만 torchvision의 ImageFolder처럼 글자 순서로 정렬합니다: "
        + listed(classes)
    case .partNames(let classes, let last):
      "\(root) 폴더의 클래스 이름이 \(classes.joined(separator: ", "))입니다. 이 가운데 한 폴더만 쓰려면 "
        + "\(last) 폴더를 지정하세요"
    case .spellings(let name, let folders):
      "\(root) 폴더에 이름이 `\(name)`인 폴더가 \(grouped(folders))개 있습니다. macOS와 다른 시스템이 유니코드로 다르게 적은 "
        + "이름이므로, 사진을 한 클래스로 합칩니다"
    case .hiddenFolders(let folders):
      "\(root) 폴더의 숨은 폴더 \(grouped(folders.count))개는 뺐습니다: \(listed(folders, most: 3))"
    case .hiddenFiles(let count): "\(root) 폴더의 숨은 파일 \(grouped(count))개는 뺐습니다"
    case .foreignFolders(let folders):
      "\(root) 폴더에서 클래스가 아닌 폴더 \(grouped(folders.count))개는 뺐습니다: "
        + listed(folders, most: 3)
    case .looseFiles(let count): "\(root) 폴더에서 클래스 폴더 밖에 있는 사진 \(grouped(count))장은 뺐습니다"
    case .otherFiles(let count): "\(root) 폴더에서 사진의 확장자가 없는 파일 \(grouped(count))개는 뺐습니다"
    case .cycle(let folder): "\(folder) 링크는 자신이 들어 있는 폴더를 가리키므로 뺐습니다"
    }
  }

  // MARK: - IDX files

  func words(for error: IDXError) -> String { "\(error.file): \(reason(of: error.fault))" }

  private func reason(of fault: IDXFault) -> String {
    switch fault {
    case .unreadable(let cause): "파일을 읽을 수 없습니다: \(words(for: cause))"
    case .compression(let reason): "압축을 풀 수 없습니다: \(reason)"
    case .noIDX: "IDX 파일이 아닙니다: IDX 파일은 0인 바이트 두 개로 시작합니다"
    case .valueType(let type):
      "값의 자료형이 \(type)번입니다. 사진과 레이블은 부호 없는 바이트인 8번이어야 합니다"
    case .shortHeader(let count): "파일이 잘렸습니다: \(count)바이트인 헤더 안에서 끝납니다"
    case .otherSize(let count, let dimensions):
      "값이 \(count)바이트지만 헤더에는 \(dimensions.map(String.init).joined(separator: " x "))개로 적혀 있습니다"
    case .dimensions(let count): "차원이 \(count)개입니다. 사진은 3개, 레이블은 1개여야 합니다"
    case .noLabels:
      "레이블 파일이 없습니다. 함께 지정하세요(train-images-idx3-ubyte.gz에는 train-labels-idx1-ubyte.gz)"
    case .noPictures: "이 레이블의 사진 파일이 없습니다. 함께 지정하세요"
    case .otherCount(let labels, let pictures, let file):
      "레이블은 \(grouped(labels))개지만 \(file) 파일의 사진은 \(grouped(pictures))장입니다"
    case .pictureSize(let width, let height): "사진의 크기가 \(width) x \(height) 픽셀일 수 없습니다"
    }
  }

  var sameNames: String { "이름이 같은 파일 쌍이 둘입니다. 한 쌍씩 푸세요" }

  func unpacked(
    _ folder: String, photos: Int, width: Int, height: Int, classes: Int
  ) -> String {
    "\(folder): \(width) x \(height) 픽셀 사진 \(grouped(photos))장, 클래스 폴더 \(grouped(classes))개"
  }
}
