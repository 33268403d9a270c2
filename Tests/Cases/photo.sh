# Photos for cases: `. ../photo.sh` in the folder of a case.

# photo FILE PIXEL [SIDE]: a photo of one colour, of SIDE x SIDE pixels, 8 if not said.
photo() {
  mkdir -p "$(dirname "$1")"
  { printf "P6 ${3:-8} ${3:-8} 255\n"; for _ in $(seq $((${3:-8} * ${3:-8}))); do printf "$2"; done; } > "$1"
}

# three_colours SIDE: in `photos`, three classes of four photos, told apart by their colour.
three_colours() {
  for i in 1 2 3 4; do
    photo photos/red/$i.ppm "\\31$i\\024\\024" "$1"
    photo photos/green/$i.ppm "\\024\\31$i\\024" "$1"
    photo photos/blue/$i.ppm "\\024\\024\\31$i" "$1"
  done
}
