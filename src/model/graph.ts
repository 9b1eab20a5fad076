/** One operation of a network, as far as the search for cut points needs it. */
export interface Op {
  readonly name: string;
  readonly kind: 'input' | 'convolution' | 'depthwise' | 'dense' | 'other';
  /** Operations whose output it takes; weights and constants left out. Earlier ones stand earlier in the list. */
  readonly inputs: readonly string[];
  /** Its own weights, by name, because some are shared. Sizes are counts of numbers. */
  readonly weights: readonly { readonly name: string; readonly size: number }[];
  /**
   * Shapes of what is multiplied at every output position: [kh, kw, in, out], [kh, kw, in, multiplier] or [in, out].
   * A layer that is a separable convolution has two, most operations have none.
   */
  readonly kernels: readonly (readonly number[])[];
}

/** Output shape of an operation for one picture, the batch first. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/**
 * Operations through which everything passes on its way from the input to the outputs, in order.
 * In a topological order with one source and one sink, an operation is on every path if and only if no edge runs past
 * it: the ends of an edge that does are part of a path around it, and every path around it has such an edge.
 *
 * @param ops in topological order, the input first.
 */
export function bottlenecks(ops: readonly Op[], outputs: readonly string[]): readonly number[] {
  const place = new Map(ops.map(({ name }, at) => [name, at]));
  const wanted = ancestors(ops, outputs);
  const fed = new Set<string>();
  for (const { name, kind, inputs } of ops) if (kind === 'input' || inputs.some((i) => fed.has(i))) fed.add(name);
  const used = ops.filter(({ name }) => wanted.has(name) && fed.has(name));
  const found: number[] = [];
  /** The furthest operation that an edge from an earlier one reaches. */
  let reach = 0;
  const ends = new Map<string, number>();
  for (const { name, inputs } of used)
    for (const from of inputs) ends.set(from, Math.max(ends.get(from) ?? 0, place.get(name) ?? 0));
  // The outputs meet in one sink behind everything.
  for (const name of outputs) ends.set(name, outputs.length > 1 ? ops.length : (ends.get(name) ?? 0));
  for (const { name } of used) {
    const at = place.get(name) ?? 0;
    if (reach <= at) found.push(at);
    reach = Math.max(reach, ends.get(name) ?? 0);
  }
  return found;
}

/** Names of the operations that these need, themselves included. */
export function ancestors(ops: readonly Op[], of: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(of);
  for (const { name, inputs } of ops.toReversed()) if (wanted.has(name)) for (const i of inputs) wanted.add(i);
  return wanted;
}

/**
 * The blocks of a convolutional network by the operations that end them, early to late.
 *
 * A block holds a convolution, or several that run side by side, and what follows it without learning anything of its
 * own to mix (activation, normalisation, pooling). Inside a separable convolution and inside an inverted bottleneck
 * (MobileNet, EfficientNet) there is no place to cut: the first half mixes nothing, the expansion is only passing.
 *
 * @param shapes of at least every bottleneck and every convolution.
 */
export function blockEnds(ops: readonly Op[], outputs: readonly string[], shapes: Shapes): readonly string[] {
  const channels = (name: string) => shapes.get(name)?.[3] ?? 0;
  const ends = segments(ops, outputs, shapes);
  const first = ends.findIndex(({ kinds }) => kinds.has('convolution'));
  const kept: string[] = [];
  /** Whether a depthwise convolution stands between here and the next kept end. */
  let isFiltered = false;
  for (const [i, { name, kinds }] of [...ends.entries()].toReversed()) {
    const next = kept[0];
    const isExpansion: boolean = next !== undefined && isFiltered && channels(name) > channels(next);
    const isKept: boolean = kinds.has('convolution') && (i === first || !isExpansion);
    if (isKept) kept.unshift(name);
    isFiltered = kinds.has('depthwise') || (isFiltered && !isKept);
  }
  return kept;
}

/** What lies between the bottlenecks that are maps: where each stretch ends, and which convolutions are in it. */
function segments(ops: readonly Op[], outputs: readonly string[], shapes: Shapes) {
  /** Positions in a map; null where it is none. */
  const positions = (name: string) => {
    const shape = shapes.get(name);
    return shape?.length === 4 ? (shape[1] ?? 0) * (shape[2] ?? 0) : null;
  };
  const ends: { name: string; kinds: ReadonlySet<Op['kind']> }[] = [];
  let previous = -1;
  for (const at of bottlenecks(ops, outputs)) {
    const between = ops.slice(previous + 1, at + 1);
    previous = at;
    const name = ops[at]?.name ?? '';
    const size = positions(name) ?? 0;
    if (size <= 1) continue;
    const needed = ancestors(ops.slice(0, at + 1), [name]);
    // Squeeze and excitation convolves single numbers, which makes no block of its own.
    const own = between.filter((op) => needed.has(op.name) && positions(op.name) !== 1);
    const kinds = new Set(own.map(({ kind }) => kind));
    const last = ends.at(-1);
    if (kinds.has('convolution') || kinds.has('depthwise')) ends.push({ name, kinds });
    // What makes a map larger is padding for the next convolution.
    else if (last && size <= (positions(last.name) ?? 0)) ends[ends.length - 1] = { ...last, name };
  }
  return ends;
}
