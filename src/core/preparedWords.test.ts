import { describe, expect, it } from 'vitest';
import { parseLink } from './link';
import type { PageId } from './page';
import { nothingPrepared, withShown, type Prepared } from './prepared';
import { learnerSees, preparedWarnings, type PreparedPage } from './preparedWords';
import { defaultsFor } from './samples';

const pageOf = (prepared: Prepared, page: PageId = 'lab'): PreparedPage => ({
  pictures: { kind: 'sample', id: 'animals-food-vehicles' },
  settings: defaultsFor('animals-food-vehicles'),
  prepared,
  page,
  chapter: null,
  language: null,
  run: false,
});
const sees = (prepared: Prepared) => learnerSees(pageOf(prepared)).join(' ');
const warned = (prepared: Prepared, page?: PageId) => preparedWarnings(pageOf(prepared, page)).join(' ');

const locked = withShown(nothingPrepared, ['dropout', 'engine'], 'locked');

describe('what learners will see', () => {
  it('names the main values, those that came with the set as well', () => {
    expect(sees(nothingPrepared)).toContain('wrong labels 20\u00a0%, training share 67\u00a0%, dropout rate 0.5');
  });

  it('says of a control in a station that is left out that it is not shown, whatever it is by itself', () => {
    expect(sees(locked)).toContain('Shown and not to be changed: Dropout rate and Engine');
    const without = sees(withShown(locked, ['station-head', 'presets'], 'hidden'));
    expect(without).toMatch(/Set and not shown: Dropout rate, .*Seeds/);
    expect(without).toMatch(/Shown and not to be changed: Engine for the base\./);
    expect(without).not.toContain('Also left out');
  });
});

describe('what will not work as it is meant', () => {
  it('are set-ups of lessons that would change what is locked, where lessons are left on', () => {
    expect(warned(locked)).toContain('Set-ups of lessons');
    expect(warned(nothingPrepared)).toBe('');
    expect(warned(withShown(locked, ['lessons'], 'hidden'))).toBe('');
    expect(warned(withShown(locked, ['lessons'], 'hidden'), 'lesson-dropout')).toContain('of the lesson that');
  });

  it('is a page of a menu that is hidden: the stations open in its place', () => {
    const prepared = withShown(nothingPrepared, ['teaching'], 'hidden');
    expect(warned(prepared, 'present')).toContain('the stations will open instead');
    for (const page of ['prepare', 'answers', 'present', 'plan-45'])
      expect(parseLink(`#hide=teaching&page=${page}`).page).toBe('lab');
    for (const page of ['words', 'privacy', 'lesson-dropout'])
      expect(parseLink(`#hide=teaching,lessons&page=${page}`).page).toBe(page);
    expect(parseLink('#hide=dropout&page=answers').page).toBe('answers');
  });
});
