import { describe, expect, it } from 'vitest';
import { formatLink, parseLink } from './link';
import { presets, withPreset } from './presets';
import {
  canBeLocked,
  controlIds,
  held,
  heldIn,
  isPrepared,
  nothingPrepared,
  shownAs,
  withShown,
  type Prepared,
  type Shown,
} from './prepared';
import { stream } from './rng';
import { defaultSettings } from './settings';

const comesBack = (prepared: Prepared) =>
  parseLink(formatLink({ sample: 'counting-dots', settings: defaultSettings, prepared }));

describe('what is hidden and locked comes back out of a link', () => {
  it.each(controlIds)('alone: %s', (id) => {
    const hidden = withShown(nothingPrepared, [id], 'hidden');
    expect(hidden).toEqual({ hide: [id], lock: [] });
    expect(comesBack(hidden)).toMatchObject({ prepared: hidden, problems: [], settings: defaultSettings });
    const locked = withShown(hidden, [id], 'locked');
    expect(locked).toEqual({ hide: [], lock: canBeLocked(id) ? [id] : [] });
    expect(comesBack(locked)).toMatchObject({ prepared: locked, problems: [] });
  });

  it('all of it, and nothing', () => {
    for (const shown of ['hidden', 'locked', 'shown'] as const) {
      const all = withShown(nothingPrepared, controlIds, shown);
      expect(comesBack(all)).toMatchObject({ prepared: all, problems: [] });
      expect(isPrepared(all)).toBe(shown !== 'shown');
    }
  });

  it('in any combination', () => {
    const rng = stream(8, 'split');
    const states: readonly Shown[] = ['shown', 'locked', 'hidden'];
    for (let round = 0; round < 300; round++) {
      const wanted = controlIds.map((id) => [id, states[Math.floor(rng.uniform() * 3)] ?? 'shown'] as const);
      const prepared = wanted.reduce((so, [id, shown]) => withShown(so, [id], shown), nothingPrepared);
      const link = comesBack(prepared);
      expect(link).toMatchObject({ prepared, problems: [], sample: 'counting-dots' });
      for (const [id, shown] of wanted)
        expect(shownAs(link.prepared, id)).toBe(shown === 'locked' && !canBeLocked(id) ? 'shown' : shown);
    }
  });

  it('with chapter, project file and language, and readable', () => {
    const asked = {
      sample: null,
      settings: defaultSettings,
      page: 'lesson-dropout',
      prepared: { hide: ['noise', 'station-why'], lock: ['dropout'] },
      projectPath: 'projects/cats and dogs.zip',
      lang: 'es',
    } as const;
    const address = formatLink(asked, true);
    expect(address).toContain('hide=noise,station-why');
    expect(address).toContain('project=projects/cats+and+dogs.zip');
    expect(parseLink(address)).toMatchObject({ ...asked, run: true, problems: [] });
  });

  it('whatever else is named in it', () => {
    expect(parseLink('#hide=dropout,,dropout, noise &lock=dropout,lr')).toMatchObject({
      prepared: { hide: ['dropout', 'noise'], lock: ['lr'] },
      problems: [],
    });
  });

  it('a project file goes before a built-in set, which is said', () => {
    expect(parseLink('#sample=counting-dots&project=a.zip')).toMatchObject({
      sample: null,
      projectPath: 'a.zip',
      problems: [expect.stringMatching(/the project file is used/)],
    });
  });
});

describe('what is locked or hidden', () => {
  const prepared: Prepared = { hide: ['noise'], lock: ['dropout', 'samples'] };

  it('stays as it is, and the rest changes', () => {
    const wanted = { ...defaultSettings, noise: 0.3, dropout: 0.1, seeds: 9 };
    expect(held(prepared, defaultSettings, wanted)).toEqual({ ...defaultSettings, seeds: 9 });
    expect(heldIn(prepared, defaultSettings, wanted)).toEqual(['dropout', 'noise']);
    expect(held(nothingPrepared, defaultSettings, wanted)).toBe(wanted);
  });

  it('says which presets cannot be had', () => {
    const blocked = presets
      .filter((preset) => heldIn(prepared, defaultSettings, withPreset(defaultSettings, preset)).length > 0)
      .map(({ id }) => id);
    expect(blocked).toEqual(['wrong-labels', 'big-head', 'too-much', 'input']);
  });
});
