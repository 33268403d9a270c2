. ../photo.sh
red='\310\024\024' green='\024\310\024' blue='\024\024\310'
for i in 1 2 3 4; do
  # Jupyter's checkpoints, a Mac's archive, Windows' thumbnails.
  photo jupyter/cat/$i.ppm $red
  photo jupyter/dog/$i.ppm $green
  photo macos/cat/$i.PPM $red
  photo macos/dog/$i.PPM $green
  mkdir -p macos/__MACOSX/cat && printf '\0\005\026\007' > macos/__MACOSX/cat/._$i.PPM
  # The same names as Linux writes them, and in parts, as a Mac does.
  photo linux/b"$(printf '\303\244')"r/$i.ppm $green
  photo linux/"$(printf '\303\244')"pfel/$i.ppm $red
  photo mac/ba"$(printf '\314\210')"r/$i.ppm $green
  photo mac/a"$(printf '\314\210')"pfel/$i.ppm $red
  # The layout of the notes: folders of the same classes next to each other, and one of weights.
  for part in train_data test_data original_data; do
    photo notes/$part/cat/$i.ppm $red
    photo notes/$part/dog/$i.ppm $green
  done
  photo parts/a/cat/$i.ppm $red
  photo parts/a/dog/$i.ppm $green
  photo parts/b/cat/$i.ppm $red
  photo parts/b/dog/$i.ppm $green
  # A folder in a folder, as unpacking makes it.
  photo flowers/flowers/rose/$i.ppm $red
  photo flowers/flowers/tulip/$i.ppm $green
  photo flat/cat.$i.ppm $red
  photo single/cat/$i.ppm $red
  photo empty/cat/$i.ppm $red
  photo empty/dog/$i.ppm $green
done
photo parts/b/cat/5.ppm $red
photo jupyter/.ipynb_checkpoints/1-checkpoint.ppm $red
photo jupyter/cat/.ipynb_checkpoints/1-checkpoint.ppm $red
printf x > macos/cat/Thumbs.db && printf x > macos/cat/.DS_Store && printf '\0\005\026\007' > macos/cat/._1.PPM
mkdir notes/model && printf x > notes/model/vgg.pth
mkdir empty/model && printf x > empty/model/vgg.pth
cp -r linux both && cp -r mac/* both/
mkdir zipped && printf 'PK\003\004' > zipped/photos.zip
