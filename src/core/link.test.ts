import { describe, expect, it } from 'vitest';
import { formatLink, parseLink } from './link';
import { defaultsFor } from './samples';
import { defaultSettings, type Settings } from './settings';

describe('links', () => {
  it('come back as they were written', () => {
    const settings: Settings = {
      ...defaultSettings,
      seed: 7,
      lr: 0.0125,
      dropoutAt: 'hidden',
      engine: 'wasm',
      l2: 0.01,
      base: 'mobilenet-v2-0.75',
      cut: 12,
      join: 19,
      pooling: 'max',
      copies: 2,
      rotation: 20,
    };
    const link = parseLink(formatLink({ sample: 'animals-food-vehicles', settings }, true));
    expect(link).toEqual({
      sample: 'animals-food-vehicles',
      settings,
      run: true,
      study: null,
      page: 'lab',
      prepared: { hide: [], lock: [] },
      projectPath: null,
      lang: null,
      given: true,
      problems: [],
    });
  });

  it('can run an experiment on transfer, and name one that there is not', () => {
    expect(parseLink('#v=1&study=cuts&tuneRate=10')).toMatchObject({
      study: 'cuts',
      settings: { tuneRate: 10 },
      problems: [],
    });
    const link = parseLink('#v=1&study=foo&unfreeze=99');
    expect(link.study).toBeNull();
    expect(link.problems.join(' ')).toMatch(
      /Unfrozen blocks “99”.*no experiment named “foo”; a link can name ways, sizes, cuts, tuning/,
    );
  });

  it('are quiet when there is nothing in them', () => {
    expect(parseLink('')).toEqual({
      sample: null,
      settings: defaultSettings,
      run: false,
      study: null,
      page: 'lab',
      prepared: { hide: [], lock: [] },
      projectPath: null,
      lang: null,
      given: false,
      problems: [],
    });
  });

  it("bring a sample's own set-up, which the link may overrule", () => {
    expect(parseLink('#v=1&sample=animals-food-vehicles').settings.noise).toBe(0.2);
    expect(parseLink('#v=1&sample=animals-food-vehicles&noise=0').settings.noise).toBe(0);
    expect(defaultsFor(null).noise).toBe(0);
  });

  it('take a base of somebody’s own by its content', () => {
    const link = parseLink('#v=1&base=own-0123456789abcdef');
    expect(link).toMatchObject({ problems: [], settings: { base: 'own-0123456789abcdef' } });
  });

  it.each([
    ['#base=resnet', /Frozen base “resnet” in the link is not one of coco-mobilenet-v3, mobilenet-v1-0.25/],
    ['#base=own-x', /is not one of/],
    ['#cut=-1', /whole number from 0 to 99/],
    ['#pooling=median', /not one of average, max, flatten/],
    ['#copies=9', /whole number from 0 to 8/],
    ['#epochs=9999', /Epochs “9999” in the link is not a whole number from 1 to 500; 60 is used/],
    ['#epochs=2.5', /whole number/],
    ['#epochs=', /is not a/],
    ['#lr=0x', /is not a/],
    ['#dropout=1', /a number from 0 to 0.9/],
    ['#dropoutAt=everywhere', /is not one of both, hidden/],
    ['#sample=dogs', /no built-in set named “dogs”/],
    ['#colour=blue', /“colour” in the link is not known/],
    ['#v=2', /version “2”/],
    ['#run=yes', /only 1 starts/],
    ['#hide=dropuot,why', /no control of this page: “dropuot”, “why”/],
    ['#lock=station-why,presets', /not locked: “station-why”, “presets”/],
    ['#project=https://elsewhere.example/cats.zip', /“https:.*” is not a path below this page’s own address/],
    ['#project=', /Type where the project file lies/],
  ])('name what they cannot use and use the default: %s', (hash, sentence) => {
    const link = parseLink(`${hash}&seeds=3`);
    expect(link.problems).toHaveLength(1);
    expect(link.problems[0]).toMatch(sentence);
    expect(link.settings).toEqual({ ...defaultSettings, seeds: 3 });
  });
});
