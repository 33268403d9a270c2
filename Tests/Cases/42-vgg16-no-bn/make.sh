# Three classes of 32 x 32 photos, told apart by their colour.
photo() {
  mkdir -p "$(dirname "$1")"
  { printf 'P6 32 32 255\n'; row=$(printf "%0.s$2" 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32)
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32; do printf "$row"; done; } > "$1"
}
for i in 1 2 3 4; do
  photo photos/red/$i.ppm "\\31$i\\024\\024"
  photo photos/green/$i.ppm "\\024\\31$i\\024"
  photo photos/blue/$i.ppm "\\024\\024\\31$i"
done
