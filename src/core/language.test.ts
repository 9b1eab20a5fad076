import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messages } from '../locales/core/es.po';
import { emptyCollection } from './collection';
import { armsOf } from './experiment';
import { experimentOf, historyOf, run, score } from './history.fixture';
import { logEntry } from './log/logEntry.fixture';
import { defaultSettings } from './settings';
import { deadLeaves } from './why/deadLeaves';
import type { Phase } from './verdict';

/** The language is set before modules load: what speaks Spanish is loaded anew behind the words. */
async function inSpanish() {
  vi.resetModules();
  globalThis.transferLabWords = { locale: 'es', messages };
  return {
    ...(await import('./figures')),
    ...(await import('./dates')),
    ...(await import('./listed')),
    ...(await import('./parseNumber')),
    ...(await import('./armWords')),
    ...(await import('./settingValue')),
    ...(await import('./projectName')),
    ...(await import('./why/deadLeaves')),
    ...(await import('./link')),
    ...(await import('./augmentationCost')),
    ...(await import('./log/entryVerdict')),
    collection: await import('./collection'),
    experiment: await import('./experiment'),
    verdict: await import('./verdict'),
    fields: (await import('./settingFields')).fields,
  };
}

let es: Awaited<ReturnType<typeof inSpanish>>;

beforeAll(async () => {
  es = await inSpanish();
});

// Other test files share these globals and modules.
afterAll(() => {
  globalThis.transferLabWords = undefined;
  vi.resetModules();
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** What is said of these validation accuracies, with training at 1 and 0.9. */
function said(left: readonly number[], right: readonly number[], phase: Phase = 'finished', splitFixed = false) {
  const verdict = es.verdict.verdictOf({
    experiment: experimentOf(left.length, 1),
    history: historyOf([
      ...left.map((v) => run(score(1, 0), score(v, 1 - v))),
      ...right.map((v) => run(score(0.9, 0.2), score(v, 1 - v))),
    ]),
    phase,
    labels: new Int32Array(400),
    noise: 0,
    splitFixed,
  });
  return { headline: plain(verdict?.headline ?? ''), sentences: plain(verdict?.sentences.join(' ') ?? '') };
}

describe('in Spanish', () => {
  it('a verdict is a whole sentence, and its figures have a decimal comma', () => {
    const helps = said([0.7, 0.72, 0.69, 0.71], [0.77, 0.78, 0.77, 0.79]);
    expect(helps.headline).toMatch(
      /^Aquí el dropout ayuda: la exactitud de validación es 7,3 puntos más alta \(intervalo del 95 %: de \d,\d a \d+,\d puntos\)\.$/,
    );
    expect(helps.sentences).toContain(
      'La brecha entre la exactitud de entrenamiento y la de validación baja de 29,5 a 12,3 puntos (cambio: −17,3;',
    );
    expect(helps.sentences).toContain('con 100 imágenes de validación, donde una imagen equivale a 1,0 puntos.');
    expect(said([0.83, 0.82, 0.84], [0.57, 0.55, 0.58], 'finished', true).headline).toMatch(
      /^En este único reparto, el dropout perjudica: la exactitud de validación es 26,3 puntos más baja/,
    );
    expect(said([0.7, 0.72, 0.69], [0.72, 0.69, 0.7]).headline).toMatch(
      /^No se puede saber con esta cantidad de datos: .* difiere en 0,0 puntos, y el intervalo del 95 %, de −\d+,\d a \+\d+,\d puntos, incluye el cero\.$/,
    );
    expect(said([0.7], [0.75], 'running').headline).toBe(
      'Hasta ahora (época 1 de 1): Una sola ejecución no prueba nada: en este único par de ejecuciones, la exactitud de validación es 5,0 puntos más alta con dropout.',
    );
  });

  it('figures, dates and lists are written as the language writes them', () => {
    expect([es.percent(0.705), es.setPercent(0.125), es.points(-0.189), es.nats(0.613)].map(plain)).toEqual([
      '70,5 %',
      '12,5 %',
      '−18,9',
      '0,61',
    ]);
    expect([es.signed('6,6'), es.signed('−6,6'), es.signed('0,0'), es.signed(es.nats(Number.NaN))]).toEqual([
      '+6,6',
      '−6,6',
      '0,0',
      'no es un número',
    ]);
    expect([es.grouped(12_345), es.decimal(0.05), es.between('0', '0,9')]).toEqual(['12.345', '0,05', '0 a 0,9']);
    expect(es.dateWords(Date.UTC(2025, 10, 27, 12))).toMatch(/^27 de noviembre de 2025, \d+:\d\d$/);
    expect(es.listed(['uno', 'dos'])).toBe('uno y dos');
  });

  it('an entry that was written down in English is told in Spanish', () => {
    const entry = logEntry({});
    expect(entry.verdict?.headline).toMatch(/^Cannot tell/);
    expect(es.entryVerdict(entry)?.headline).toMatch(/^No se puede saber con esta cantidad de datos: la exactitud/);
    expect(es.verdictStart(entry)).toBe('No se puede saber con esta cantidad de datos');
  });

  it('counts agree with their nouns', () => {
    const cost = { copies: 1, rotation: 10, made: 1, pictures: 1, training: 1, batch: 2, perSecond: null };
    expect(es.augmentationCostWords(cost)).toMatch(/^1 copia pasó .* Una época tiene 1 paso en lugar de 1\./);
    expect(es.augmentationCostWords({ ...cost, made: 2, training: 4 })).toMatch(
      /^2 copias pasaron .* Una época tiene 4 pasos en lugar de 2\./,
    );
  });

  it('numbers are read with a comma, and whole ones with points between the thousands', () => {
    expect(es.parseNumber(es.fields.dropout, '0,35')).toEqual({ ok: true, value: 0.35 });
    expect(es.parseNumber(es.fields.seed, '12.345')).toEqual({ ok: true, value: 12_345 });
    expect(es.parseNumber(es.fields.dropout, '2')).toEqual({ ok: false, wanted: 'un número de 0 a 0,9' });
    expect(es.settingValue('dropout', { ...defaultSettings, dropout: 0.5 })).toBe('0,5');
  });

  it('what is kept, shared or drawn is the same as in English', () => {
    expect(es.experiment.armsOf(defaultSettings)).toEqual(armsOf(defaultSettings));
    expect(es.experiment.armsOf(defaultSettings).map((arm) => es.armWords(arm))).toEqual([
      'sin dropout',
      'con dropout',
    ]);
    expect(es.formatLink({ sample: null, settings: { ...defaultSettings, lr: 0.0125 } })).toContain('&lr=0.0125&');
    expect(es.deadLeaves(3, 16)).toEqual(deadLeaves(3, 16));
  });

  it('names that the page gives are told from the learner’s own, in English too', () => {
    const { freeName, reduceCollection } = es.collection;
    const [first, second] = [freeName(emptyCollection), 'Clase 2'];
    expect(first).toBe('Clase 1');
    const one = reduceCollection(emptyCollection, { type: 'class added', name: second });
    expect(freeName(one)).toBe('Clase 3');
    expect(es.defaultName(one, null)).toBe('Proyecto nuevo');
    const english = reduceCollection(emptyCollection, { type: 'class added', name: 'Class 1' });
    expect(es.defaultName(english, null)).toBe('Proyecto nuevo');
    expect(es.copyName('Gatos', [])).toBe('Gatos (copia)');
    expect(es.copyName('Gatos (copia)', ['Gatos (copia)'])).toBe('Gatos (copia 2)');
    expect(es.copyName('Gatos (copia 2)', ['Gatos (copia)', 'Gatos (copia 2)'])).toBe('Gatos (copia 3)');
    expect(es.copyName('Cats (copy 2)', ['Cats (copia)'])).toBe('Cats (copia 2)');
    expect(es.copyName('Gatos (2)', [])).toBe('Gatos (2) (copia)');
  });
});
