/**
 * A table written one row a line, cells between bars; a blank cell is undefined. For tables so long that objects
 * would hide them. Throws on a row of another width: a slip of ours.
 */
export function readTable<Column extends string>(
  columns: readonly Column[],
  text: string,
): readonly Readonly<Record<Column, string | undefined>>[] {
  return text
    .trim()
    .split('\n')
    .map((row) => readRow(columns, row));
}

function readRow<Column extends string>(
  columns: readonly Column[],
  row: string,
): Record<Column, string | undefined> {
  const cells = row.split('|').map((cell) => cell.trim());
  if (cells.length !== columns.length) throw new Error(`a row of ${cells.length} cells: ${row}`);
  const named = columns.map((column, index) => [column, cells[index] === '' ? undefined : cells[index]]);
  return Object.fromEntries(named) as Record<Column, string | undefined>;
}

/** A cell that no row may leave blank. */
export function required(cell: string | undefined): string {
  if (cell === undefined) throw new Error('a blank cell where the table needs one');
  return cell;
}
