// Draws a sample set as one ZIP that comes in by the same door as a learner's own. The same input gives the same bytes,
// on any machine.
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { draw, startDrawing } from '../drawing.mjs';
import { dotPictures, dotsSvg } from './dots.mjs';
import { acrossStyles, everyStyle, withIcons } from './emoji.mjs';

/** Side of the drawn pictures in pixels: what the frozen base takes, so that nothing is resampled later. */
const side = 224;

/** A ZIP entry's date is local time without a zone: a Date from local parts gives the same bytes everywhere. */
const date = new Date(2024, 0, 1);

/** Of what is drawn here from nothing. */
const ownLicence = { title: 'Drawn by the build', author: 'Transfer Lab', licence: 'Apache-2.0', url: '' };

/**
 * @param id of the set: its plan is `<id>.json`.
 * @param readPlan id -> the contents of `<id>.json`.
 * @param packageFile (packageName, ...path) -> the file's path in node_modules.
 * @returns the ZIP's bytes, and its line for `index.json`.
 */
export async function buildSample(id, readPlan, packageFile) {
  await startDrawing(packageFile);
  const { title, classes, licences, pictures } = contentsOf(readPlan(id), readPlan, packageFile);
  const manifest = {
    schema: 'transfer-lab/pictures@1',
    title,
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
  for (const { path, svg } of pictures) await writer.add(path, new Uint8ArrayReader(draw(svg, side)));
  const zip = await writer.close();
  const entry = { id, title, file: `${id}.zip`, bytes: zip.length, pictures: pictures.length, classes, licences };
  return { zip, entry };
}

/** What a plan asks for: icons in all of their styles, the icons of another plan across two styles, or dots. */
function contentsOf(plan, readPlan, packageFile) {
  const { id, title } = plan;
  if (plan.seed !== undefined) {
    const pictures = dotPictures(plan).map((picture) => ({ ...picture, svg: dotsSvg(picture) }));
    return { title, classes: namesOf(plan), licences: [ownLicence], pictures };
  }
  const list = plan.of === undefined ? plan : readPlan(plan.of);
  const pictures = plan.of === undefined ? everyStyle(list) : acrossStyles(list, plan);
  return {
    title,
    classes: namesOf(list),
    licences: list.styles.map(({ title, author, licence, url }) => ({ title, author, licence, url })),
    pictures: withIcons(id, pictures, packageFile),
  };
}

const namesOf = ({ classes }) => classes.map((c) => c.name);
