// Which icon is which picture of a set that is drawn from icon packages.
import { readFileSync } from 'node:fs';

/** Every concept of every class in every style. @param list the contents of `<id>.json`. */
export const everyStyle = (list) =>
  conceptsOf(list).flatMap(({ className, concept }) =>
    list.styles.map(({ id: style }) => pictureOf(className, concept, style, '')),
  );

/**
 * One style to learn from and another to check with, on other concepts: every n-th of a class, so that both sides hold
 * its whole range. The folders say which side a picture belongs on.
 */
export const acrossStyles = (list, { training, validation, everyNthValidates: n }) =>
  conceptsOf(list).map(({ className, concept, at }) =>
    at % n === n - 1
      ? pictureOf(className, concept, validation, 'validation/')
      : pictureOf(className, concept, training, 'train/'),
  );

/**
 * The pictures with their drawings.
 * @param packageFile (packageName, ...path) -> the file's path in node_modules.
 * @throws where an icon is missing: the list and the icon packages no longer fit.
 */
export function withIcons(id, pictures, packageFile) {
  const styles = new Set(pictures.map(({ style }) => style));
  const sets = new Map(
    [...styles].map((style) => [
      style,
      JSON.parse(readFileSync(packageFile(`@iconify-json/${style}`, 'icons.json'), 'utf8')),
    ]),
  );
  const drawn = pictures.map((picture) => ({ ...picture, svg: svgOf(sets.get(picture.style), picture.concept) }));
  const missing = drawn.filter(({ svg }) => !svg).map(({ style, concept }) => `${style}:${concept}`);
  if (missing.length > 0)
    throw new Error(`The sample set "${id}" needs icons that are missing: ${missing.join(', ')}.`);
  return drawn;
}

const conceptsOf = (list) =>
  list.classes.flatMap(({ name: className, concepts }) =>
    concepts.map(({ name: concept }, at) => ({ className, concept, at })),
  );

const pictureOf = (className, concept, style, folder) => ({
  concept,
  style,
  path: `${folder}${className}/${concept}.${style}.png`,
  group: `${className}/${concept}`,
});

function svgOf(set, name) {
  const icon = set.icons[name];
  if (!icon) return null;
  const width = icon.width ?? set.width;
  const height = icon.height ?? set.height;
  const box = `${icon.left ?? 0} ${icon.top ?? 0} ${width} ${height}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${box}">${icon.body}</svg>`;
}
