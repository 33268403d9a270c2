'use strict';
for (const section of document.querySelectorAll('.look')) {
  const layers = JSON.parse(section.querySelector('.numbers').textContent);
  const value = section.querySelector('.value');
  const said = section.querySelector('.said');
  const fields = section.querySelectorAll('.field rect');
  let pointed = null;

  /* Every number comes from the table; the script only looks them up. */
  const point = (tile, row, column) => {
    const layer = layers[tile.dataset.layer];
    const channel = layer.tiles[tile.dataset.tile];
    const [y, height, rowName, pixelRows] = layer.rows[row];
    const [x, width, columnName, pixelColumns] = layer.columns[column];
    for (const field of fields) {
      field.setAttribute('x', x);
      field.setAttribute('y', y);
      field.setAttribute('width', width);
      field.setAttribute('height', height);
    }
    if (pointed && pointed !== tile) pointed.classList.remove('on');
    pointed = tile;
    tile.classList.add('on');
    tile.row = row;
    tile.column = column;
    const cell = tile.querySelector('rect');
    cell.setAttribute('x', column);
    cell.setAttribute('y', row);
    value.textContent = channel.values[row * layer.columns.length + column];
    said.textContent = `${layer.name}, ${channel.channel}, ${rowName}, ${columnName}: ${pixelRows}, ${pixelColumns}`;
    section.classList.add('pointing');
  };

  const within = (place, count) => Math.min(Math.max(place, 0), count - 1);

  for (const tile of section.querySelectorAll('.tile')) {
    const layer = layers[tile.dataset.layer];
    const [rows, columns] = [layer.rows.length, layer.columns.length];
    tile.addEventListener('pointermove', (event) => {
      const box = tile.getBoundingClientRect();
      point(
        tile, within(Math.floor((event.clientY - box.top) * rows / box.height), rows),
        within(Math.floor((event.clientX - box.left) * columns / box.width), columns));
    });
    tile.addEventListener('focus', () => {
      if (!section.classList.contains('pointing') || pointed !== tile) {
        point(tile, tile.row ?? Math.floor(rows / 2), tile.column ?? Math.floor(columns / 2));
      }
    });
    tile.addEventListener('keydown', (event) => {
      const [row, column] = [tile.row ?? 0, tile.column ?? 0];
      const moves = {
        ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
        Home: [0, -columns], End: [0, columns], PageUp: [0, 0, -1], PageDown: [0, 0, 1],
      };
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      const tiles = [...tile.parentElement.querySelectorAll('.tile')];
      const next = tiles[within(tiles.indexOf(tile) + (move[2] ?? 0), tiles.length)];
      if (next !== tile) {
        tile.tabIndex = -1;
        next.tabIndex = 0;
        [next.row, next.column] = [row, column];
        next.focus();
      }
      point(next, within(row + move[0], rows), within(column + move[1], columns));
    });
  }
}
