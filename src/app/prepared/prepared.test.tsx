// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseLink } from '../../core/link';
import {
  canBeLocked,
  controlIds,
  isSetting,
  nothingPrepared,
  settingIds,
  shownAs,
  withShown,
  type ControlId,
  type Prepared,
} from '../../core/prepared';
import { stationOf } from '../../core/preparedControls';
import { partIds, stationParts, type PartId } from '../../core/preparedParts';
import { fields } from '../../core/settingFields';
import { App } from '../App';
import type { Lab } from '../lab';
import { makeLab, playSamples, sampleId } from '../lab.fixture';

// Panels come one after the other in the browser, and charts are nothing that can be hidden.
vi.mock('../../ui/compare/InTurn', () => ({ InTurn: ({ children }: { readonly children: ReactNode }) => children }));
vi.mock('../../ui/compare/CompareSection', () => ({ default: () => null }));

let lab: Lab;
let unmount: () => void = () => undefined;
const faults: unknown[] = [];

/** Dozens of pages are drawn, on whatever machine; in ms. */
const slow = 300_000;

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

/** What the page has just now, looked up once for all controls. */
function pageNow() {
  const byText = (selector: string) => new Map(all(selector).map((one) => [one.textContent?.trim() ?? '', one]));
  const [labels, buttons, headings] = [byText('label'), byText('button'), byText('h3, legend, summary')];
  const labelled = (text: string) => document.getElementById(labels.get(text)?.getAttribute('for') ?? '');
  const menu = [...buttons.keys()].find((text) => /^(Learn|Teach)/.test(text)) ?? '';
  const pooling = headings.get(fields.pooling.label);
  /** As somebody finds them who uses the page. */
  const places: Readonly<Partial<Record<ControlId, Element | null | undefined>>> = {
    split: document.querySelector(`[role=slider][aria-label="${fields.split.label}"]`),
    base: buttons.get('Choose another base'),
    cut: document.querySelector('input[aria-label="Cut the base"]'),
    pooling: pooling?.parentElement?.querySelector('input:not(:disabled)') ?? pooling,
    samples: headings.get('Built-in sets, from near to far'),
    pictures: labelled('Add pictures'),
    presets: headings.get('Set-ups that show something'),
    reset: buttons.get('Reset to defaults'),
    'training-extras': buttons.get('One epoch'),
    projects: document.querySelector('button.lab-project'),
    files: buttons.get('Save as a file'),
    lessons: menu.startsWith('Learn') ? buttons.get(menu) : null,
    teaching: /teach$/i.test(menu) ? buttons.get(menu) : null,
  };
  return (id: ControlId): Element | null => {
    if (id in places) return places[id] ?? null;
    return isSetting(id) ? labelled(fields[id].label) : document.getElementById(id.replace('station-', ''));
  };
}

/** Files can be saved at station 9 alone while no menu is open. */
const within: typeof stationOf = { ...stationOf, files: 'station-work' };

/** What is not as it was prepared. */
function wrong(prepared: Prepared): readonly string[] {
  const found = pageNow();
  return controlIds.flatMap((id) => {
    const station = within[id];
    const isOut = shownAs(prepared, id) === 'hidden' || (station && shownAs(prepared, station) === 'hidden');
    const isThere = Boolean(found(id));
    return isThere === Boolean(isOut) ? [`${id} is ${isThere ? 'there' : 'missing'}`] : [];
  });
}

async function shown(prepared: Prepared): Promise<void> {
  lab.store.setState({ prepared });
  await vi.waitFor(() => expect(wrong(prepared)).toEqual([]), { timeout: 60_000, interval: 5 });
  expect(faults).toEqual([]);
}

const hidden = (...ids: readonly ControlId[]) => withShown(nothingPrepared, ids, 'hidden');

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void faults.push(words.join(' ')));
  playSamples();
  ({ lab } = makeLab());
  await lab.begin(parseLink(`#v=1&sample=${sampleId}&copies=1`));
  const root = createRoot(document.body.appendChild(document.createElement('div')), {
    onCaughtError: (error) => faults.push(error),
    onUncaughtError: (error) => faults.push(error),
  });
  unmount = () => root.unmount();
  root.render(<App lab={lab} />);
  // Everything that is fetched late is there.
  await vi.waitFor(() => expect(wrong(nothingPrepared)).toEqual([]), { timeout: 60_000, interval: 100 });
}, 90_000);

afterAll(() => {
  unmount();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a page that an instructor prepared', () => {
  it(
    'leaves out each control alone, and nothing else',
    async () => {
      for (const id of controlIds) await shown(hidden(id));
      expect(wrong(nothingPrepared)).not.toEqual([]);
    },
    slow,
  );

  it(
    'leaves out any two parts, and either without the other',
    async () => {
      for (const parts of everyPair) await shown(hidden(...parts));
      for (const one of partIds)
        for (const other of partIds.filter((id) => id !== one))
          expect(
            everyPair.some((parts) => parts.includes(one) && !parts.includes(other)) &&
              everyPair.some((parts) => parts.includes(one) && parts.includes(other)),
          ).toBe(true);
    },
    slow,
  );

  it('leaves out all of it, and shows it again', async () => {
    await shown(hidden(...controlIds));
    expect(all('.lab-section').map(({ id }) => id)).toEqual(['pictures', 'compare']);
    expect(all('button').some((one) => one.textContent === 'Train')).toBe(true);
    await shown(hidden(...stationParts));
    expect(all('.lab-path li').map((one) => one.querySelector('.lab-path-mark')?.textContent)).toContain('4');
    expect(all('.lab-path li')).toHaveLength(2);
    await shown(nothingPrepared);
  });

  it(
    'locks each setting, the sets and the pictures alone, and says who did',
    async () => {
      await shown(nothingPrepared);
      const lockable = controlIds.filter(canBeLocked);
      expect(lockable).toEqual([...settingIds, 'samples', 'pictures']);
      expect(openOf(lockable)).toEqual(lockable);
      for (const id of lockable) {
        await shown(withShown(nothingPrepared, [id], 'locked'));
        expect(openOf(lockable)).toEqual(lockable.filter((one) => one !== id));
        expect(all('.set-by').length).toBeGreaterThan(0);
      }
    },
    slow,
  );

  it('locks all of it at once', async () => {
    await shown(withShown(nothingPrepared, controlIds, 'locked'));
    expect(openOf(controlIds.filter(canBeLocked))).toEqual([]);
  });
});

/** By the binary digits of its place each part differs from each other one somewhere: few pages show every pair. */
const everyPair: readonly (readonly PartId[])[] = [
  partIds,
  ...[1, 2, 4, 8].flatMap((digit) => [
    partIds.filter((_, at) => (at & digit) > 0),
    partIds.filter((_, at) => (at & digit) === 0),
  ]),
];

/** Which of these can be changed? */
function openOf(ids: readonly ControlId[]): readonly ControlId[] {
  const found = pageNow();
  return ids.filter((id) => {
    const place = found(id);
    if (id === 'samples') return all('.samples button').some((one) => !one.matches(':disabled'));
    if (id === 'split') return place?.closest('[data-disabled]') === null;
    if (id === 'pooling') return place?.matches('input') === true;
    return place?.matches(':disabled') === false;
  });
}
