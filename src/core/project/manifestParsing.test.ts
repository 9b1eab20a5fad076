import { describe, expect, it } from 'vitest';
import { collectionOf, parseManifest } from './manifestParsing';
import { hashOf, whole } from './project.fixture';
import { manifestOf } from './projectManifest';
import { projectJson } from './shape';

const json = projectJson(manifestOf(whole));

/** The manifest with something put in its place. */
function parsedWith(change: (manifest: Record<string, unknown>) => void) {
  const manifest: unknown = JSON.parse(json);
  if (typeof manifest !== 'object' || manifest === null) throw new TypeError('It is an object.');
  const fields = Object.fromEntries(Object.entries(manifest));
  change(fields);
  return parseManifest(JSON.stringify(fields));
}

const opened = (parsed: ReturnType<typeof parseManifest>) => {
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed;
};

const reasonOf = (parsed: ReturnType<typeof parseManifest>) => (parsed.ok ? 'it was read' : parsed.reason);

describe('a manifest', () => {
  it('reads back as the very same project', () => {
    const { manifest, notes } = opened(parseManifest(json));
    expect(notes).toEqual([]);
    expect(collectionOf(manifest)).toEqual(whole.project.collection);
    expect(manifest.log).toEqual(whole.log);
    const { id, name, savedAt, settings, sample, testOpenedAt, heads } = manifest;
    const { collection: _, ...project } = whole.project;
    expect({ id, name, savedAt, settings, sample, testOpenedAt }).toEqual(project);
    expect(heads).toEqual(['run1']);
  });

  it('keeps numbers that JSON has none of', () => {
    const [entry] = whole.log;
    if (!entry) throw new Error('no entry');
    const log = [{ ...entry, curves: [{ ...entry.curves[0], trainingLoss: [Number.NaN, Infinity, 0.1] }] }];
    const manifest = { ...manifestOf(whole), log };
    const [curve] = opened(parseManifest(projectJson(manifest))).manifest.log[0]?.curves ?? [];
    expect(curve?.trainingLoss).toEqual([Number.NaN, Infinity, 0.1]);
  });

  it('gives each picture a path of its own, in the folder of its class', () => {
    expect(manifestOf(whole).pictures.map((p) => p.path)).toEqual([
      'Katzen 🐱/0001-1.png',
      'Dogs/0001-2.png',
      'Dogs/0002-3.png',
      'Katzen 🐱/0002-4.png',
      'Dogs/0003-1.png',
    ]);
  });

  it('is refused by a sentence that names what is wrong', () => {
    expect(reasonOf(parseManifest('{"schema": '))).toContain('it is no JSON');
    expect(reasonOf(parseManifest('null'))).toContain('it is no JSON');
    expect(reasonOf(parsedWith((m) => (m['schema'] = 'transfer-lab/project@2')))).toContain('a newer version');
    expect(reasonOf(parsedWith((m) => (m['schema'] = 3)))).toContain('its “schema” should be');
    expect(reasonOf(parsedWith((m) => delete m['name']))).toContain('“name” is missing');
    expect(reasonOf(parsedWith((m) => (m['classes'] = {})))).toContain('“classes” is Object, and should be a list');
    expect(reasonOf(parsedWith((m) => (m['classes'] = [{ id: 'a', name: 3, style: 0, folder: 'a' }])))).toContain(
      '“classes[0].name” is 3, and should be text',
    );
    const many = Array.from({ length: 21 }, (_, i) => ({ id: `c${i}`, name: 'c', style: 0, folder: `${i}` }));
    expect(reasonOf(parsedWith((m) => (m['classes'] = many)))).toContain('there are 21 classes');
  });

  it.each([
    [{ hash: 'ab' }, '“pictures[0].hash” is "ab", and should be 64 hexadecimal digits'],
    [{ classId: 'class-9' }, '“pictures[0].classId” is “class-9”, and there is no such class'],
    [{ path: '../../x.png' }, '“pictures[0].path” leads out of the ZIP'],
    [{ path: 'C:\\x.png' }, '“pictures[0].path” leads out of the ZIP'],
    [{ test: false }, '“pictures[0].test” is false'],
    [{ pin: { side: 'left', by: 'person' } }, '“pictures[0].pin.side” is "left"'],
    [{ group: 7 }, '“pictures[0].group” is 7, and should be text'],
  ])('a picture with %j is left out by name, and the rest is read', (change, words) => {
    const [first, ...rest] = manifestOf(whole).pictures;
    const { manifest, notes } = opened(parsedWith((m) => (m['pictures'] = [{ ...first, ...change }, ...rest])));
    expect(manifest.pictures).toEqual(rest);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(words);
  });

  it('takes neither an id nor a label twice', () => {
    const { pictures } = manifestOf(whole);
    const [first] = pictures;
    const twice = [...pictures, { ...first, hash: hashOf(99) }, { ...first, id: 'other' }];
    const { manifest, notes } = opened(parsedWith((m) => (m['pictures'] = twice)));
    expect(manifest.pictures).toEqual(pictures);
    expect(notes).toHaveLength(2);
  });

  it('drops settings that cannot be, with a note, and takes the defaults for those that are missing', () => {
    const settings = { seed: 12, hidden: 9999, dropoutAt: 'nowhere', colour: 'red' };
    const { manifest, notes } = opened(parsedWith((m) => (m['settings'] = settings)));
    expect(manifest.settings).toMatchObject({ seed: 12, hidden: 32, dropoutAt: 'both', epochs: 60 });
    expect(notes.join(' ')).toMatch(/“Dropout acts on” is “nowhere”.*“Hidden units” is “9999”.*“colour” is not known/);
  });

  it('leaves a damaged experiment out of the log, by its field', () => {
    const [first, second] = whole.log;
    const damaged = { ...first, verdict: { ...first?.verdict, headline: 3 } };
    const { manifest, notes } = opened(parsedWith((m) => (m['log'] = [damaged, second])));
    expect(manifest.log).toEqual([second]);
    expect(notes).toEqual([
      'In transfer-lab.json, “log[0].verdict.headline” is 3, and should be text; that experiment was left out of the log.',
    ]);
  });

  it('sets all of a group aside where one of it is, so that it cannot leak', () => {
    const pictures = manifestOf(whole).pictures.map((p) => (p.path === 'Dogs/0001-2.png' ? { ...p, test: true } : p));
    const { manifest, notes } = opened(parsedWith((m) => (m['pictures'] = pictures)));
    expect(manifest.pictures.filter((p) => p.test).map((p) => p.path)).toContain('Dogs/0002-3.png');
    expect(notes[0]).toContain('1 picture of groups that are in the test set was not');
  });
});
