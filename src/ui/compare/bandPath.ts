/** One position along a band, in pixels; undefined where it has none. */
interface BandEdge {
  readonly x: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** One closed outline: along the upper edges, and back along the lower ones. Empty where there is no band. */
export function bandPath(edges: readonly BandEdge[]): string {
  const whole = edges.filter(
    (edge): edge is { x: number; low: number; high: number } =>
      edge.x !== undefined &&
      edge.low !== undefined &&
      edge.high !== undefined &&
      Number.isFinite(edge.low + edge.high),
  );
  const at = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const around = [...whole.map(({ x, high }) => at(x, high)), ...whole.toReversed().map(({ x, low }) => at(x, low))];
  return around.length === 0 ? '' : `M${around.join('L')}Z`;
}
