// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { MatrixPanel, type MatrixPanelProps } from './MatrixPanel';
import { MistakeList, type MistakeListProps } from './MistakeList';
import { OpenedTestSet } from './OpenedTestSet';
import { SetAside, type SetAsideProps } from './SetAside';
import type { ShownMistake } from './shownMistake';

const classes = ['Cat', 'Dog'].map((name, style) => ({ id: name.toLowerCase(), name, style }));
const [cat, dog] = classes;
if (!cat || !dog) throw new RangeError('Two classes are needed.');

const mistake = (id: string, more: Partial<ShownMistake> = {}): ShownMistake => ({
  picture: { id, hash: id, name: `${id}.png`, classId: 'cat', group: id, pin: null },
  url: `blob:${id}`,
  cls: cat,
  answers: [
    { arm: 'without dropout', answer: dog, confidence: 0.973, isRight: false },
    { arm: 'with dropout', answer: cat, confidence: 0.5, isRight: true },
  ],
  neighbours: [{ id: 'n', name: 'n.png', url: 'blob:n', cls: dog, distance: 12.34 }],
  hint: null,
  notes: [],
  ...more,
});

let leave = () => {};
function show(element: ReactElement): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  act(() => root.render(<MantineProvider>{element}</MantineProvider>));
  leave = () => {
    act(() => root.unmount());
    place.remove();
  };
  return place;
}
afterEach(() => leave());
beforeAll(() => {
  // React asks for it, so that it can tell what a test waits for.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

const props = (more: Partial<MistakeListProps> = {}): MistakeListProps => ({
  label: 'Some pictures',
  mistakes: [mistake('a'), mistake('b')],
  total: 2,
  classes,
  onMore: vi.fn<MistakeListProps['onMore']>(),
  onOpen: vi.fn<MistakeListProps['onOpen']>(),
  onMove: vi.fn<MistakeListProps['onMove']>(),
  onDelete: vi.fn<MistakeListProps['onDelete']>(),
  onConfirm: vi.fn<MistakeListProps['onConfirm']>(),
  next: null,
  ...more,
});

const button = (place: HTMLElement, words: string) => {
  const found = [...place.querySelectorAll('button')].find((b) => b.textContent?.includes(words) ?? false);
  if (!found) throw new RangeError(`There is no button “${words}”.`);
  return found;
};
const click = (element: HTMLElement | null) => act(() => element?.click());

describe('a list of mistakes', () => {
  it('says both answers in words, right or wrong, with their confidence', () => {
    const said = [...show(<MistakeList {...props()} />).querySelectorAll('.mistake')][0]?.textContent ?? '';
    expect(said).toContain('without dropoutwrong: Dog97.3\u00a0%');
    expect(said).toContain('with dropoutright: Cat50.0\u00a0%');
    expect(said).toContain('Dog, distance 12.3');
  });

  it('moves and deletes what is selected, and only that', () => {
    const given = props();
    const place = show(<MistakeList {...given} />);
    expect(place.querySelector('select')).toBeNull();
    click(place.querySelector<HTMLElement>('input[aria-label="Select b.png"]'));
    expect(place.textContent).toContain('1 selected');
    click(button(place, 'Delete'));
    expect(given.onDelete).toHaveBeenCalledWith(['b']);
    click(button(place, 'Select all shown'));
    click(button(place, 'Delete'));
    expect(given.onDelete).toHaveBeenLastCalledWith(['a', 'b']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Some pictures');
  });

  it('moves at the press of a button, not at a choice', () => {
    const given = props();
    const place = show(<MistakeList {...given} />);
    click(place.querySelector<HTMLElement>('input[aria-label="Select a.png"]'));
    const move = () => button(place, 'Move the selected pictures');
    expect(move().disabled).toBe(true);
    const select = place.querySelector('select');
    act(() => {
      if (select) select.value = 'dog';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(given.onMove).not.toHaveBeenCalled();
    click(move());
    expect(given.onMove).toHaveBeenCalledWith(['a'], 'dog');
  });

  it('offers the class that everything speaks for', () => {
    const given = props({ mistakes: [mistake('a', { hint: dog })], total: 9 });
    const place = show(<MistakeList {...given} />);
    expect(place.textContent).toContain('Both heads and the three nearest say Dog: is the label right?');
    click(button(place, 'Move to “Dog”'));
    expect(given.onMove).toHaveBeenCalledWith(['a'], 'dog');
    click(button(place, 'The label is right'));
    expect(given.onConfirm).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' }));
    expect(given.onMove).toHaveBeenCalledTimes(1);
    expect(place.textContent).toContain('can be wrong together');
    click(button(place, '8 pictures left'));
    expect(given.onMore).toHaveBeenCalled();
  });
});

describe('the headline of a matrix', () => {
  it('is marked itself where labels were changed and nothing was trained', () => {
    const confusion = { cells: [], scores: [], right: 51, total: 54 };
    const headlines = show(
      <MatrixPanel
        side="validation"
        onSide={vi.fn<MatrixPanelProps['onSide']>()}
        seeds={[1]}
        splitFixed={false}
        shown={0}
        onShown={vi.fn<MatrixPanelProps['onShown']>()}
        arms={[
          { name: 'without dropout', confusion, stale: 'labels changed since' },
          { name: 'with dropout', confusion, stale: null },
        ]}
        counted={1}
        classNames={[]}
        progress={null}
        onGoOn={vi.fn<() => void>()}
        onStop={vi.fn<() => void>()}
        notes={[]}
        chosen={null}
        onChoose={vi.fn<MatrixPanelProps['onChoose']>()}
      >
        {null}
      </MatrixPanel>,
    ).querySelectorAll('.measure-verdict');
    expect(headlines[0]?.textContent).toContain('validation pictures right. labels changed since');
    expect(headlines[1]?.textContent).not.toContain('since');
  });
});

describe('setting a test set aside', () => {
  const shown = (more: Partial<SetAsideProps>) =>
    show(
      <SetAside
        share={0.2}
        onShare={vi.fn<SetAsideProps['onShare']>()}
        classes={[{ cls: cat, pictures: 4 }]}
        problem={null}
        watched={null}
        onFolders={null}
        onSetAside={vi.fn<() => void>()}
        {...more}
      />,
    );

  it('offers validation folders where nothing else is left, and says that they were looked at', () => {
    const onFolders = vi.fn<() => void>();
    click(button(shown({ problem: 'Folders keep everything.', onFolders }), 'Draw it from the validation folders'));
    expect(onFolders).toHaveBeenCalled();
    expect(shown({ watched: 3 }).textContent).toContain('3 experiments in the log may have been checked with them');
    expect(shown({ watched: 0 }).textContent).not.toContain('looked at before');
    expect(shown({}).textContent).toContain('pins stay where they are');
  });
});

describe('the matrices of all seeds', () => {
  const shown = (splitFixed: boolean) =>
    show(
      <MatrixPanel
        side="validation"
        onSide={vi.fn<MatrixPanelProps['onSide']>()}
        seeds={[1, 2]}
        splitFixed={splitFixed}
        shown="all"
        onShown={vi.fn<MatrixPanelProps['onShown']>()}
        arms={null}
        counted={2}
        classNames={[]}
        progress={null}
        onGoOn={vi.fn<() => void>()}
        onStop={vi.fn<() => void>()}
        notes={[]}
        chosen={null}
        onChoose={vi.fn<MatrixPanelProps['onChoose']>()}
      >
        {null}
      </MatrixPanel>,
    ).textContent;

  it('do not say that each has a split of its own where folders or pins fix it', () => {
    expect(shown(false)).toContain('Every seed has a split and heads of its own. A cell counts');
    expect(shown(true)).not.toContain('a split and heads');
    expect(shown(true)).toContain('all check with the same pictures. A cell counts');
  });
});

describe('an opened test set', () => {
  const interval = (mean: number) => ({ kind: 'interval', mean, low: mean - 0.1, high: mean + 0.1, n: 3 }) as const;
  const result = {
    openedAt: 0,
    pictures: 20,
    arms: [
      { name: 'without dropout', dropoutRate: 0, accuracy: interval(0.7) },
      { name: 'with dropout', dropoutRate: 0.5, accuracy: interval(0.75) },
    ],
    difference: interval(0.05),
    sentence: 'What may be said.',
  };
  const shown = (more: Partial<Parameters<typeof OpenedTestSet>[0]>) =>
    show(
      <OpenedTestSet
        openedAt={0}
        result={result}
        validation={[interval(0.8), interval(0.85)]}
        epochs={{ tested: 20, logged: 20 }}
        confusions={null}
        classNames={['Cat', 'Dog']}
        isLogged
        isEarlier={false}
        pictures={20}
        onRelease={vi.fn<() => void>()}
        {...more}
      />,
    ).textContent;

  it('shows test beside validation, and never offers to open it', () => {
    const said = shown({});
    expect(said).toContain('What may be said.');
    expect(said).toContain('without dropout70.0\u00a0%60.0\u00a0% to 80.0\u00a0%80.0\u00a0%');
    expect(said).not.toContain('Open the test set');
    expect(said).not.toContain('You have trained again');
  });

  it('says of which heads validation is', () => {
    expect(shown({})).toContain('Validation accuracy is of the same heads.');
    const stopped = shown({ epochs: { tested: 15, logged: 17 } });
    expect(stopped).not.toContain('the same heads');
    expect(stopped).toContain('after epoch 17; the heads that were tested are those of epoch 15');
    expect(shown({ epochs: null })).not.toContain('the same heads');
  });

  it('says what the log has not, and that later heads are not tested', () => {
    expect(shown({ isLogged: false, validation: [] })).toContain('could not be written there');
    expect(shown({ isLogged: false })).not.toContain('stays in the log');
    expect(shown({})).toContain('stays in the log');
    expect(shown({ isEarlier: true })).toContain('You have trained again since.');
    expect(shown({ result: null })).toContain('entry has been deleted');
  });
});
