/** Not randomUUID: that is missing on pages served over plain http from another machine. */
export const freshId = (): string =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join('');
