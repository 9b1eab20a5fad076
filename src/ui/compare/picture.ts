import { t } from '@lingui/core/macro';

/** Puts the charts of an element into one SVG that stands by itself, and draws it as a PNG. */

const svgNamespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const lineHeight = 22;

/**
 * @param root holds figures with `data-chart` (their title), each with an SVG; they keep the places they have on screen.
 *   Its `data-key` says how to read them.
 * @param words written below, e.g. the verdict.
 */
export function composeSvg(root: HTMLElement, words: string): string {
  const figures = [...root.querySelectorAll<HTMLElement>('[data-chart]')];
  const box = root.getBoundingClientRect();
  const style = getComputedStyle(figures[0] ?? root);
  const ink = style.getPropertyValue('--compare-text').trim();
  const paper = style.getPropertyValue('--compare-paper').trim();
  const width = Math.ceil(box.width) + 2 * margin;
  const lines = wrapped(`${words} ${root.dataset['key'] ?? ''}`.trim(), Math.floor((width - 2 * margin) / 7.4));
  const height = Math.ceil(box.height) + 2 * margin + lines.length * lineHeight;
  const svg = element('svg', { xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(element('rect', { width, height, fill: paper }));
  for (const figure of figures) {
    const chart = figure.querySelector<SVGSVGElement>('svg');
    if (!chart) continue;
    const at = chart.getBoundingClientRect();
    const [x, y] = [at.left - box.left + margin, at.top - box.top + margin];
    svg.append(text(figure.dataset['chart'] ?? '', x, y - 12, { 'font-size': 18, 'font-weight': 650, fill: ink }));
    const copy = standalone(chart);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(y));
    copy.setAttribute('width', String(at.width));
    copy.setAttribute('height', String(at.height));
    svg.append(copy);
  }
  lines.forEach((line, i) =>
    svg.append(text(line, margin, box.height + margin + (i + 0.8) * lineHeight, { 'font-size': 15, fill: ink })),
  );
  return new XMLSerializer().serializeToString(svg);
}

/** @param scale pixels per CSS pixel. */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const context = canvas.getContext('2d');
    if (!context) throw new Error(t`this browser cannot draw pictures.`);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(t`the picture is too large.`))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What is looked up in the page's style sheet and its variables, and must travel with the picture. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

function standalone(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error(t`a chart is not an SVG.`);
  const sources = chart.querySelectorAll('*');
  const isDrawn = 'path, line, rect, circle, text, tspan, polygon';
  copy.querySelectorAll('*').forEach((target, i) => {
    const source = sources[i];
    if (!source?.matches(isDrawn)) return;
    const style = getComputedStyle(source);
    for (const name of carried) target.setAttribute(name, style.getPropertyValue(name));
    target.removeAttribute('style');
  });
  // The cursor is where the mouse happened to be.
  for (const passing of copy.querySelectorAll('.recharts-tooltip-cursor, .recharts-active-dot, title, desc'))
    passing.remove();
  for (const name of ['style', 'class', 'role', 'tabindex']) copy.removeAttribute(name);
  return copy;
}

function wrapped(words: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function text(words: string, x: number, y: number, attributes: Record<string, string | number>): SVGElement {
  const node = element('text', { x, y, 'font-family': 'system-ui, sans-serif', ...attributes });
  node.textContent = words;
  return node;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') node.setAttribute(key, String(value));
  return node;
}
