// Draws a sample set: every concept of every class in every style, as one ZIP that comes in by the same door as a
// learner's own. The same input gives the same bytes, on any machine.
import { readFileSync } from 'node:fs';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** Side of the drawn pictures in pixels: what the frozen base takes, so that nothing is resampled later. */
const side = 224;

/** A ZIP entry's date is local time without a zone: a Date from local parts gives the same bytes everywhere. */
const date = new Date(2024, 0, 1);

/**
 * @param list the contents of `<id>.json`.
 * @param packageFile (packageName, ...path) -> the file's path in node_modules.
 * @returns the ZIP's bytes, and its line for `index.json`.
 * @throws where an icon is missing: the list and the icon packages no longer fit.
 */
export async function buildSample(list, packageFile) {
  await initWasm(readFileSync(packageFile('@resvg/resvg-wasm', 'index_bg.wasm')));
  const sets = list.styles.map((style) => ({
    style: style.id,
    set: JSON.parse(readFileSync(packageFile(`@iconify-json/${style.id}`, 'icons.json'), 'utf8')),
  }));
  const missing = [];
  const pictures = [];
  for (const { name: className, concepts } of list.classes) {
    for (const { name: concept } of concepts) {
      for (const { style, set } of sets) {
        const svg = svgOf(set, concept);
        if (!svg) missing.push(`${style}:${concept}`);
        else pictures.push({ path: `${className}/${concept}.${style}.png`, group: `${className}/${concept}`, svg });
      }
    }
  }
  if (missing.length > 0)
    throw new Error(`The sample set "${list.id}" needs icons that are missing: ${missing.join(', ')}.`);

  const licences = list.styles.map(({ title, author, licence, url }) => ({ title, author, licence, url }));
  const classes = list.classes.map((c) => c.name);
  const manifest = {
    schema: 'transfer-lab/pictures@1',
    title: list.title,
    classes,
    groups: Object.fromEntries(pictures.map((p) => [p.path, p.group])),
    licences,
  };
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0, // a PNG is deflated already
    lastModDate: date,
    extendedTimestamp: false,
    useWebWorkers: false,
  });
  await writer.add('manifest.json', new TextReader(`${JSON.stringify(manifest, null, 1)}\n`));
  for (const { path, svg } of pictures) await writer.add(path, new Uint8ArrayReader(draw(svg)));
  const zip = await writer.close();
  const file = `${list.id}.zip`;
  const entry = {
    id: list.id,
    title: list.title,
    file,
    bytes: zip.length,
    pictures: pictures.length,
    classes,
    licences,
  };
  return { zip, entry };
}

function svgOf(set, name) {
  const icon = set.icons[name];
  if (!icon) return null;
  const width = icon.width ?? set.width;
  const height = icon.height ?? set.height;
  const box = `${icon.left ?? 0} ${icon.top ?? 0} ${width} ${height}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box}">${icon.body}</svg>`;
}

function draw(svg) {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: side }, background: '#ffffff' });
  const image = drawing.render();
  const png = image.asPng();
  if (image.width !== side || image.height !== side) throw new Error(`Drawn at ${image.width} x ${image.height}.`);
  image.free();
  drawing.free();
  return png;
}
