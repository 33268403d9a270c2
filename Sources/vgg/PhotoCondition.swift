/// A property of the photos of a training run, under the name that checkpoints and messages have.
enum PhotoCondition: String {
  case classes = "the classes"
  case trainingPhotos = "the photos of --data"
  case trainingPixels = "the pixels of --data"
  case testPhotos = "the photos of --test or --split"
  case testPixels = "the pixels of --test or --split"
}
