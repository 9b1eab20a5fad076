import { csvParse } from 'd3-dsv';
import { expect, it } from 'vitest';
import { logCsv } from './logCsv';
import { logEntry } from './logEntry.fixture';
import { logJson } from './logJson';
import { reportHtml } from './reportHtml';

const evil = '<script>alert("x")</script>';
const head = { title: `Mine ${evil}`, learner: `Ada ${evil} & 'co'`, madeAt: 1_760_000_000_000 };
const first = logEntry({ id: 'a', number: 1, note: `=1+1, "quoted"\nand ${evil}` });
const second = logEntry({
  id: 'b',
  number: 2,
  from: 'Ben',
  set: { dropout: 0.3 },
  classes: [{ name: `Cats${evil}`, pictures: 3, test: 0, digest: 'c' }],
  reason: evil,
  phase: 'failed',
  pinned: true,
  test: {
    openedAt: 1_760_000_000_000,
    pictures: 40,
    arms: [
      { name: 'without dropout', dropoutRate: 0, accuracy: { kind: 'single', mean: 0.5, n: 1 } },
      { name: `with ${evil}`, dropoutRate: 0.3, accuracy: { kind: 'single', mean: 0.6, n: 1 } },
    ],
    difference: { kind: 'single', mean: 0.1, n: 1 },
    sentence: `One run ${evil}`,
  },
});
const report = () => reportHtml(head, [first, second], (entry) => (entry === second ? first : null));

it('writes a report in which every text is escaped, and that asks for nothing', async () => {
  const html = await report();
  expect(html).not.toMatch(/<script/i);
  expect(html.split('&#60;script&#62;').length - 1).toBeGreaterThanOrEqual(9);
  expect(html).not.toMatch(/\s(src|href|srcset|on\w+)=|@import|url\(/i);
  expect(html).toContain("default-src 'none'");
});

it('tells in the report both verdicts, what differs, the finals by seed and the note', async () => {
  const html = await report();
  for (const { verdict } of [first, second]) expect(html).toContain(verdict?.headline.replace(/'/g, '&#39;'));
  expect(html).toMatch(/class="changed"[^]*?Dropout rate[^]*?0\.3 <small>was 0\.5/);
  expect(html).toContain('70.0\u00a0%');
  expect(html).toContain('pinned');
  // What all have alike stands there once.
  expect(html.match(/Learning rate/g)).toHaveLength(1);
  expect(html.match(/transfer-lab<\/span><b>0\.4\.0/g)).toHaveLength(1);
  expect(html).toMatch(/What was not the same[^]*Dropout rate[^]*0\.5[^]*0\.3/);
  expect(html.match(/<svg/g)).toHaveLength(8);
  expect(html).toContain('Test set, opened');
  expect(html).toContain('<small>from “Ben”</small>');
});

it('tells in the report how pictures that come in groups count, with the same interval', async () => {
  const scores = [0, 1, 2].map(() => [0.7, 0.8] as const);
  const entry = logEntry({ scores, fixed: true, groups: [25, 25, 25, 25] });
  const html = await reportHtml(head, [entry], () => null);
  const single = logEntry({ scores, fixed: true });
  expect(html).toContain('in 4 groups of pictures that belong together');
  expect(html).toContain(entry.verdict?.headline);
  expect(entry.verdict?.headline).not.toBe(single.verdict?.headline);
  expect(await reportHtml(head, [single], () => null)).not.toContain('groups of pictures');
});

it('draws what a head without any wrong label would score, where labels are wrong', async () => {
  const verdict = first.verdict && { ...first.verdict, wrongLabels: { wrong: 20, training: 100 } };
  const drawn = async (entry: typeof first) =>
    (await reportHtml(head, [entry], () => null)).match(/80\u00a0%: no wrong label learned/g)?.length ?? 0;
  expect([await drawn({ ...first, verdict }), await drawn(first)]).toEqual([2, 0]);
});

it('draws curves that are no numbers as gaps', async () => {
  const [curves, other] = first.curves;
  const broken = curves && other ? [{ ...curves, trainingLoss: [0.5, Number.NaN] }, other] : [];
  const html = await reportHtml(head, [{ ...first, curves: broken }], () => null);
  expect(html).not.toMatch(/d="[^"]*(NaN|Infinity)/);
  expect(html).not.toMatch(/[xy]="(NaN|Infinity)/);
  expect(html).toContain('training no number, validation');
});

it('writes a table of one row per run, arm and seed, whose text is no formula', () => {
  const csv = logCsv([first, second, logEntry({ number: 3, epochs: 0 })]);
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = csvParse(csv);
  expect(rows).toHaveLength(9);
  expect(rows[0]).toMatchObject({
    experiment: '1',
    arm: 'without dropout',
    seed: '1',
    validationAccuracy: '0.7',
    'setting.dropout': '0.5',
    note: `'=1+1, "quoted"\nand ${evil}`,
  });
  expect(rows[7]).toMatchObject({ experiment: '2', arm: 'with dropout', seed: '2', pinned: 'true' });
  expect(rows[0]).toMatchObject({ from: '', testPictures: '' });
  expect(rows[4]).toMatchObject({
    from: 'Ben',
    testOpenedAt: '2025-10-09T08:53:20.000Z',
    testPictures: '40',
    testAccuracy: '0.5',
  });
  expect(rows[6]).toMatchObject({ arm: 'with dropout', testAccuracy: '' });
  expect(rows[8]).toMatchObject({ experiment: '3', arm: '', validationAccuracy: '', epochsDone: '0' });
  for (const sign of ['+', '-', '@', '\t']) {
    const [row] = csvParse(logCsv([{ ...first, note: `${sign}1` }]));
    expect(row?.['note']).toBe(`'${sign}1`);
  }
});

it('writes data that reads back as it was', () => {
  expect(JSON.parse(logJson(head, [first, second]))).toEqual({
    schema: 'transfer-lab/log@1',
    ...head,
    entries: [first, second],
  });
});
