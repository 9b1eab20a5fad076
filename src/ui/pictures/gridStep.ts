/**
 * Where an arrow key leads in a grid that is filled row by row.
 *
 * @param key a KeyboardEvent's `key`.
 * @param at index of the cell that has the focus, in [0, count).
 * @returns the index to go to; null when the key does not move.
 */
export function gridStep(key: string, at: number, count: number, columns: number): number | null {
  const to = target(key, at, count, columns);
  return to === null || to < 0 || to >= count || to === at ? null : to;
}

function target(key: string, at: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return at + 1;
    case 'ArrowLeft':
      return at - 1;
    case 'ArrowDown':
      return at + columns;
    case 'ArrowUp':
      return at - columns;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
