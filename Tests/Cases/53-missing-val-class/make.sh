# Four classes of 8 x 8 photos to train on; the test folder lacks one.
. ../photo.sh
for i in 1 2 3 4; do
  for part in train val val-empty; do
    photo $part/0/$i.ppm '\310\024\024'
    photo $part/270/$i.ppm '\024\024\310'
    photo $part/90/$i.ppm '\310\310\024'
  done
  photo train/180/$i.ppm '\024\310\024'
done
mkdir val-empty/180
