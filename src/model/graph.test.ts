import { describe, expect, test } from 'vitest';
import { stream } from '../core/rng';
import { ancestors, blockEnds, bottlenecks, type Op } from './graph';

/** [name, kind, names of its inputs, side of its maps, their number]; side 1 stands for one number a map. */
type Line = readonly [name: string, kind: Op['kind'], inputs: string, side: number, channels: number];

const input: Line = ['x', 'input', '', 32, 3];

function graphOf(...lines: readonly Line[]) {
  const ops = lines.map(([name, kind, inputs]): Op => ({
    name,
    kind,
    inputs: inputs.split(' ').filter(Boolean),
    weights: [],
    kernels: [],
  }));
  const shapes = new Map(lines.map(([name, , , side, channels]) => [name, [1, side, side, channels]]));
  return {
    bottlenecks: (...outputs: readonly string[]) => bottlenecks(ops, outputs).map((at) => ops[at]?.name),
    blockEnds: (...outputs: readonly string[]) => blockEnds(ops, outputs, shapes),
  };
}

const lineOf =
  (kind: Op['kind']) =>
  (name: string, inputs: string, side = 32, channels = 8): Line => [name, kind, inputs, side, channels];
const [other, convolution, depthwise] = [lineOf('other'), lineOf('convolution'), lineOf('depthwise')];

describe('bottlenecks', () => {
  test('of a chain are all of it', () => {
    const graph = graphOf(input, convolution('conv', 'x'), other('relu', 'conv'), other('mean', 'relu'));
    expect(graph.bottlenecks('mean')).toEqual(['x', 'conv', 'relu', 'mean']);
  });

  test('are not on either way around a residual', () => {
    const graph = graphOf(input, other('a', 'x'), other('b', 'a'), other('c', 'b'), other('add', 'c a'));
    expect(graph.bottlenecks('add')).toEqual(['x', 'a', 'add']);
  });

  test('are not in branches', () => {
    const graph = graphOf(input, other('a', 'x'), other('b', 'x'), other('b2', 'b'), other('concat', 'a b2'));
    expect(graph.bottlenecks('concat')).toEqual(['x', 'concat']);
  });

  test('end where the ways to several outputs part', () => {
    const graph = graphOf(input, other('trunk', 'x'), other('boxes', 'trunk'), other('kinds', 'trunk'));
    expect(graph.bottlenecks('boxes', 'kinds')).toEqual(['x', 'trunk']);
    expect(graph.bottlenecks('boxes')).toEqual(['x', 'trunk', 'boxes']);
  });

  test('do not go past an output that is taken on the way', () => {
    const graph = graphOf(input, other('a', 'x'), other('b', 'a'), other('c', 'b'));
    expect(graph.bottlenecks('a', 'c')).toEqual(['x', 'a']);
  });

  test('take no notice of what the outputs do not need or the input does not reach', () => {
    const graph = graphOf(
      input,
      other('sizes', ''),
      other('a', 'x'),
      other('aside', 'x'),
      other('b', 'a sizes'),
      other('unused', 'aside b'),
    );
    expect(graph.bottlenecks('b')).toEqual(['x', 'a', 'b']);
  });

  test('are those operations without which no output is reached, in random graphs', () => {
    const random = stream(1, 'split');
    for (let n = 0; n < 300; n++) {
      const count = 3 + random.below(10);
      const lines = Array.from({ length: count }, (_, at): Line => {
        if (at === 0) return input;
        const from = Array.from({ length: 1 + random.below(2) }, () => nameOf(Math.max(0, at - 1 - random.below(4))));
        return other(nameOf(at), [...new Set(from)].join(' '));
      });
      const outputs = [nameOf(count - 1), ...(random.below(3) === 0 ? [nameOf(1 + random.below(count - 1))] : [])];
      expect(graphOf(...lines).bottlenecks(...new Set(outputs))).toEqual(onEveryPath(lines, new Set(outputs)));
    }
  });
});

const nameOf = (at: number) => (at === 0 ? 'x' : `op${at}`);

/** By definition: with it gone, no output is reached any more, and an output is not behind another. */
function onEveryPath(lines: readonly Line[], outputs: ReadonlySet<string>): readonly string[] {
  const reachable = (without: string | null) => {
    const reached = new Set<string>();
    for (const [name, kind, inputs] of lines) {
      const isReached = kind === 'input' || inputs.split(' ').some((from) => reached.has(from));
      if (name !== without && isReached) reached.add(name);
    }
    return [...outputs].some((name) => reached.has(name));
  };
  return lines.map(([name]) => name).filter((name) => !reachable(name));
}

test('ancestors of an operation are all that it needs, itself included', () => {
  const ops = [['x', ''] as const, ['a', 'x'] as const, ['b', 'x'] as const, ['c', 'a'] as const].map(
    ([name, from]): Op => ({ name, kind: 'other', inputs: from ? [from] : [], weights: [], kernels: [] }),
  );
  expect([...ancestors(ops, ['c'])].toSorted()).toEqual(['a', 'c', 'x']);
});

describe('blocks', () => {
  test('end after activation and pooling, and leave the head out', () => {
    const graph = graphOf(
      input,
      convolution('conv1', 'x'),
      other('relu1', 'conv1'),
      other('pool1', 'relu1', 16),
      convolution('conv2', 'pool1', 16, 16),
      other('norm2', 'conv2', 16, 16),
      other('relu2', 'norm2', 16, 16),
      other('mean', 'relu2', 1, 16),
      ['dense', 'dense', 'mean', 1, 10],
    );
    expect(graph.blockEnds('dense')).toEqual(['pool1', 'relu2']);
  });

  test('leave a convolution of single numbers to the head', () => {
    const graph = graphOf(
      input,
      convolution('conv1', 'x'),
      other('mean', 'conv1', 1),
      convolution('logits', 'mean', 1),
    );
    expect(graph.blockEnds('logits')).toEqual(['conv1']);
  });

  test('hold a whole residual', () => {
    const graph = graphOf(
      input,
      convolution('conv1', 'x'),
      convolution('conv2', 'conv1'),
      other('relu2', 'conv2'),
      convolution('conv3', 'relu2'),
      other('add', 'conv3 conv1'),
      other('relu', 'add'),
    );
    expect(graph.blockEnds('relu')).toEqual(['conv1', 'relu']);
  });

  test('hold branches that run side by side', () => {
    const graph = graphOf(
      input,
      convolution('stem', 'x'),
      convolution('narrow', 'stem'),
      convolution('wide', 'stem'),
      other('pool', 'stem'),
      convolution('pooled', 'pool'),
      other('concat', 'narrow wide pooled', 32, 24),
    );
    expect(graph.blockEnds('concat')).toEqual(['stem', 'concat']);
  });

  test('are not cut inside a separable convolution', () => {
    const graph = graphOf(
      input,
      convolution('stem', 'x'),
      depthwise('filter1', 'stem'),
      other('relu1', 'filter1'),
      convolution('mix1', 'relu1', 32, 16),
      depthwise('filter2', 'mix1', 16, 16),
      convolution('mix2', 'filter2', 16, 16),
    );
    expect(graph.blockEnds('mix2')).toEqual(['stem', 'mix1', 'mix2']);
  });

  /** Expansion to 48 maps, depthwise filters, squeeze and excitation, projection. */
  const bottleneck = (at: string, from: string, channels: number): readonly Line[] => [
    convolution(`${at}/expand`, from, 32, 48),
    other(`${at}/relu`, `${at}/expand`, 32, 48),
    depthwise(`${at}/filter`, `${at}/relu`, 32, 48),
    other(`${at}/squeeze`, `${at}/filter`, 1, 48),
    convolution(`${at}/reduce`, `${at}/squeeze`, 1, 12),
    convolution(`${at}/excite`, `${at}/reduce`, 1, 48),
    other(`${at}/scale`, `${at}/filter ${at}/excite`, 32, 48),
    convolution(`${at}/project`, `${at}/scale`, 32, channels),
  ];

  test('are not cut inside an inverted bottleneck, with squeeze and excitation or without', () => {
    const graph = graphOf(
      input,
      convolution('stem', 'x', 32, 16),
      ...bottleneck('block1', 'stem', 8),
      ...bottleneck('block2', 'block1/project', 8),
      other('block2/add', 'block2/project block1/project'),
      convolution('block3/expand', 'block2/add', 32, 48),
      depthwise('block3/filter', 'block3/expand', 16, 48),
      convolution('block3/project', 'block3/filter', 16, 12),
      convolution('last', 'block3/project', 16, 64),
    );
    expect(graph.blockEnds('last')).toEqual(['stem', 'block1/project', 'block2/add', 'block3/project', 'last']);
  });

  test('stay, where a narrow convolution stands on top of a MobileNet', () => {
    const graph = graphOf(
      input,
      convolution('stem', 'x', 32, 16),
      ...bottleneck('block1', 'stem', 8),
      ...bottleneck('block2', 'block1/project', 8),
      other('block2/add', 'block2/project block1/project'),
      convolution('last', 'block2/add', 32, 64),
      convolution('own', 'last', 32, 4),
      other('mean', 'own', 1, 4),
    );
    expect(graph.blockEnds('mean')).toEqual(['stem', 'block1/project', 'block2/add', 'last', 'own']);
  });

  test('do not hold the padding that the next convolution asks for', () => {
    const graph = graphOf(
      input,
      other('pad1', 'x', 33, 3),
      convolution('conv1', 'pad1', 16),
      other('relu1', 'conv1', 16),
      other('pad2', 'relu1', 17),
      other('pool2', 'pad2', 8),
      other('pad3', 'pool2', 9),
      convolution('conv3', 'pad3', 4),
    );
    expect(graph.blockEnds('conv3')).toEqual(['pool2', 'conv3']);
  });

  test('end where the ways to several outputs part', () => {
    const graph = graphOf(
      input,
      convolution('conv1', 'x'),
      convolution('conv2', 'conv1'),
      convolution('boxes', 'conv2'),
      convolution('kinds', 'conv2'),
    );
    expect(graph.blockEnds('boxes', 'kinds')).toEqual(['conv1', 'conv2']);
  });

  test('are none without convolutions', () => {
    const graph = graphOf(input, other('flat', 'x', 1, 100), ['dense', 'dense', 'flat', 1, 10]);
    expect(graph.blockEnds('dense')).toEqual([]);
  });
});
