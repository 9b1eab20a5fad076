import { describe, expect, it } from 'vitest';
import { parseLogEntry, logEntryJson } from './logFiles';
import { collectionOf, parseManifest } from './manifestParsing';
import { hashOf, whole } from './project.fixture';
import { manifestJson, manifestOf } from './projectManifest';
import { projectJson } from './shape';

const json = manifestJson(manifestOf(whole));

/** The manifest with something put in its place. */
function parsedWith(change: (manifest: Record<string, unknown>) => void) {
  const manifest: unknown = JSON.parse(json);
  if (typeof manifest !== 'object' || manifest === null) throw new TypeError('It is an object.');
  const fields = Object.fromEntries(Object.entries(manifest));
  change(fields);
  return parseManifest(JSON.stringify(fields));
}

const opened = async (parsing: ReturnType<typeof parseManifest>) => {
  const parsed = await parsing;
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed;
};

const reasonOf = async (parsing: ReturnType<typeof parseManifest>) => {
  const parsed = await parsing;
  return parsed.ok ? 'it was read' : parsed.reason;
};

describe('a manifest', () => {
  it('reads back as the very same project', async () => {
    const { manifest, runs, notes } = await opened(parseManifest(json));
    expect(notes).toEqual([]);
    expect(collectionOf(manifest)).toEqual(whole.project.collection);
    expect(manifest.log).toEqual([]);
    expect(runs).toEqual(['run1', 'run2']);
    const { id, name, savedAt, settings, sample, testOpenedAt, heads } = manifest;
    const { collection: _, ...project } = whole.project;
    expect({ id, name, savedAt, settings, sample, testOpenedAt }).toEqual(project);
    expect(heads).toEqual(['run1']);
  });

  it('remembers the ids of classes that were deleted', async () => {
    const { project } = whole;
    const collection = { ...project.collection, lastClass: 5 };
    const { manifest } = await opened(
      parseManifest(manifestJson(manifestOf({ ...whole, project: { ...project, collection } }))),
    );
    expect(collectionOf(manifest)).toEqual(collection);
  });

  it('remembers the numbers of experiments that were removed', async () => {
    const project = { ...whole.project, lastNumber: 7 };
    const { manifest } = await opened(parseManifest(manifestJson(manifestOf({ ...whole, project }))));
    expect(manifest.lastNumber).toBe(7);
  });

  it('remembers what test sets were opened, without the log', async () => {
    const testOpenings = [{ runId: 'run9', openedAt: 1_690_000_000_000, pictureIds: ['a1', 'a2-2'] }];
    const project = { ...whole.project, testOpenings };
    const { manifest } = await opened(parseManifest(manifestJson(manifestOf({ ...whole, project, log: [] }))));
    expect(manifest.testOpenings).toEqual(testOpenings);
  });

  it('has a name that fits', async () => {
    const named = async (name: string) => opened(parsedWith((m) => (m['name'] = name)));
    const long = await named('Ä'.repeat(70));
    expect([long.manifest.name, long.notes]).toEqual([
      'Ä'.repeat(60),
      ['Its name is longer than 60 characters; the rest of it was left out.'],
    ]);
    expect((await named('  ')).manifest.name).toBe('Dogs, Katzen 🐱');
  });

  it('gives each picture a path of its own, in the folder of its class', async () => {
    expect(manifestOf(whole).pictures.map((p) => p.path)).toEqual([
      'Katzen 🐱/0001-1.png',
      'Dogs/0001-2.png',
      'Dogs/0002-3.png',
      'Katzen 🐱/0002-4.png',
      'Dogs/0003-1.png',
    ]);
  });

  it('is refused by a sentence that names what is wrong', async () => {
    expect(await reasonOf(parseManifest('{"schema": '))).toContain('it is no JSON');
    expect(await reasonOf(parseManifest('null'))).toContain('it is no JSON');
    expect(await reasonOf(parsedWith((m) => (m['schema'] = 'transfer-lab/project@2')))).toContain('a newer version');
    expect(await reasonOf(parsedWith((m) => (m['schema'] = 3)))).toContain('its “schema” should be');
    expect(await reasonOf(parsedWith((m) => delete m['name']))).toContain('“name” is missing');
    expect(await reasonOf(parsedWith((m) => (m['classes'] = {})))).toContain(
      '“classes” is Object, and should be a list',
    );
    expect(await reasonOf(parsedWith((m) => (m['classes'] = [{ id: 'a', name: 3, style: 0, folder: 'a' }])))).toContain(
      '“classes[0].name” is 3, and should be text',
    );
    const many = Array.from({ length: 21 }, (_, i) => ({ id: `c${i}`, name: 'c', style: 0, folder: `${i}` }));
    expect(await reasonOf(parsedWith((m) => (m['classes'] = many)))).toContain('there are 21 classes');
  });

  it.each([
    [{ hash: 'ab' }, '“pictures[0].hash” is "ab", and should be 64 hexadecimal digits'],
    [{ classId: 'class-9' }, '“pictures[0].classId” is “class-9”, and there is no such class'],
    [{ path: '../../x.png' }, '“pictures[0].path” leads out of the ZIP'],
    [{ path: 'C:\\x.png' }, '“pictures[0].path” leads out of the ZIP'],
    [{ test: false }, '“pictures[0].test” is false'],
    [{ pin: { side: 'left', by: 'person' } }, '“pictures[0].pin.side” is "left"'],
    [{ group: 7 }, '“pictures[0].group” is 7, and should be text'],
  ])('a picture with %j is left out by name, and the rest is read', async (change, words) => {
    const [first, ...rest] = manifestOf(whole).pictures;
    const { manifest, notes } = await opened(parsedWith((m) => (m['pictures'] = [{ ...first, ...change }, ...rest])));
    expect(manifest.pictures).toEqual(rest);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(words);
  });

  it('takes neither an id nor a label twice', async () => {
    const { pictures } = manifestOf(whole);
    const [first] = pictures;
    const twice = [...pictures, { ...first, hash: hashOf(99) }, { ...first, id: 'other' }];
    const { manifest, notes } = await opened(parsedWith((m) => (m['pictures'] = twice)));
    expect(manifest.pictures).toEqual(pictures);
    expect(notes).toHaveLength(2);
  });

  it('drops settings that cannot be, with a note, and takes the defaults for those that are missing', async () => {
    const settings = { seed: 12, hidden: 9999, dropoutAt: 'nowhere', colour: 'red' };
    const { manifest, notes } = await opened(parsedWith((m) => (m['settings'] = settings)));
    expect(manifest.settings).toMatchObject({ seed: 12, hidden: 32, dropoutAt: 'both', epochs: 60 });
    expect(notes.join(' ')).toMatch(/“Dropout acts on” is “nowhere”.*“Hidden units” is “9999”.*“colour” is not known/);
  });

  it('sets all of a group aside where one of it is, so that it cannot leak', async () => {
    const pictures = manifestOf(whole).pictures.map((p) => (p.path === 'Dogs/0001-2.png' ? { ...p, test: true } : p));
    const { manifest, notes } = await opened(parsedWith((m) => (m['pictures'] = pictures)));
    expect(manifest.pictures.filter((p) => p.test).map((p) => p.path)).toContain('Dogs/0002-3.png');
    expect(notes[0]).toContain('1 picture of groups that are in the test set was not');
  });
});

describe('an experiment of the log', () => {
  const [first] = whole.log;
  if (!first) throw new Error('There is no experiment.');
  const { verdict } = first;
  if (!verdict) throw new Error('There is no verdict.');
  const faultWith = (changes: object) => {
    const read = parseLogEntry('run1', projectJson({ ...first, ...changes }));
    return read.ok ? 'it was read' : read.fault;
  };

  it('reads back as it was, but that nothing runs in a file', () => {
    for (const entry of whole.log) expect(parseLogEntry(entry.id, logEntryJson(entry))).toEqual({ ok: true, entry });
    // As it was before answers were counted.
    const { confusion: _, ...old } = first;
    expect(parseLogEntry('run1', logEntryJson(old))).toEqual({ ok: true, entry: old });
    const running = logEntryJson({ ...first, phase: 'running' });
    expect(parseLogEntry('run1', running)).toMatchObject({ entry: { phase: 'interrupted' } });
  });

  it('keeps how its validation pictures count, and is read without that', () => {
    const validationGroups = { pictures: 40, groups: 6, independent: 5.5, common: 1 };
    const read = parseLogEntry('run1', logEntryJson({ ...first, verdict: { ...verdict, validationGroups } }));
    expect(read.ok && read.entry.verdict?.validationGroups).toEqual(validationGroups);
    expect(faultWith({ verdict: { ...verdict, validationGroups: { ...validationGroups, independent: 0 } } })).toContain(
      'validationGroups.independent',
    );
    expect(verdict).not.toHaveProperty('validationGroups');
  });

  it('keeps numbers that JSON has none of', () => {
    const curves = first.curves.map((own) => ({ ...own, trainingLoss: [Number.NaN, Infinity] }));
    const read = parseLogEntry('run1', logEntryJson({ ...first, curves }));
    expect(read.ok && read.entry.curves[0]?.trainingLoss).toEqual([Number.NaN, Infinity]);
  });

  it('is refused by what is wrong', () => {
    expect(faultWith({ verdict: { ...first.verdict, headline: 3 } })).toBe(
      '“verdict.headline” is 3, and should be text',
    );
    expect(faultWith({ id: 'run9' })).toBe('“id” is that of another experiment');
    expect(faultWith({ curves: first.curves.slice(1) })).toContain('“curves[1]” is missing');
    expect(faultWith({ epochsDone: 3 })).toBe('“curves” have not one figure for every epoch');
    expect(faultWith({ runs: first.runs.slice(1) })).toBe('“runs” have not the same seeds on both sides');
    expect(faultWith({ runs: [...first.runs, ...first.runs] })).toContain('have not the same seeds');
    const [table] = first.confusion ?? [];
    for (const confusion of [[table], [table, table?.slice(1)], [table, table?.map((line) => line.slice(1))]])
      expect(faultWith({ confusion })).toContain('“confusion” is not a table of the classes by the classes');
    expect(faultWith({ confusion: [table, table?.map((line) => line.map(() => -1))] })).toContain('“confusion[1][0]');
    expect(parseLogEntry('run1', '{')).toEqual({ ok: false, fault: 'it is no JSON' });
  });
});
