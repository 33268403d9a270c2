# Three classes of 8 x 8 photos, told apart by their colour.
photo() {
  mkdir -p "$(dirname "$1")"
  { printf 'P6 8 8 255\n'; row=$(printf "%0.s$2" 1 2 3 4 5 6 7 8)
    for _ in 1 2 3 4 5 6 7 8; do printf "$row"; done; } > "$1"
}
for i in 1 2 3 4; do
  photo photos/red/$i.ppm "\\31$i\\024\\024"
  photo photos/green/$i.ppm "\\024\\31$i\\024"
  photo photos/blue/$i.ppm "\\024\\024\\31$i"
done
