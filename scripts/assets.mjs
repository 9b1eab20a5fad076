// Makes what the app serves beside its own code, from installed npm packages: the frozen base, the WebAssembly engine,
// TensorFlow.js for models that are taken away, and the sample sets. Nothing of it is committed. Does nothing where everything is up to date.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawIcons } from './icons.mjs';
import { buildSample } from './samples/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const packageFile = (name, ...parts) => inRoot('node_modules', ...name.split('/'), ...parts);

copyAll('@vladmandic/human', 'models', ['centernet.json', 'centernet.bin'], 'public/models/centernet');
copyAll('@vladmandic/human', '', ['LICENSE'], 'public/models/centernet');
const wasm = readdirSync(packageFile('@tensorflow/tfjs-backend-wasm', 'dist')).filter((name) => name.endsWith('.wasm'));
copyAll('@tensorflow/tfjs-backend-wasm', 'dist', wasm, 'public/models/wasm');
// What a model that is taken away needs to run on its own; the package comes without the text of its licence.
copyAll('@tensorflow/tfjs', 'dist', ['tf.min.js'], 'public/models/tfjs');
copy(inRoot('scripts/licences/Apache-2.0.txt'), 'public/models/tfjs/LICENSE');
await samples(['animals-food-vehicles', 'animals-food-vehicles-styles', 'counting-dots', 'odd-or-even']);
await icons();

function copyAll(packageName, folder, names, target) {
  for (const name of names) copy(packageFile(packageName, folder, name), `${target}/${name}`);
}

function copy(from, target) {
  const to = inRoot(target);
  mkdirSync(dirname(to), { recursive: true });
  // By content: npm gives every file of every version the same old date.
  if (existsSync(to) && statSync(to).size === statSync(from).size && digest([to]) === digest([from])) return;
  copyFileSync(from, to);
  console.log(`assets: ${target}`);
}

async function icons() {
  const folder = inRoot('public/icons');
  const stamp = inRoot('node_modules/.cache/transfer-lab/icons.txt');
  const key = digest([inRoot('scripts/icons.mjs'), inRoot('scripts/drawing.mjs')]);
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, png } of await drawIcons(packageFile)) writeFileSync(join(folder, name), png);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  console.log('assets: public/icons');
}

async function samples(ids) {
  const folder = inRoot('public/samples');
  const stamp = inRoot('node_modules/.cache/transfer-lab/samples.txt');
  const key = digest([
    fileURLToPath(import.meta.url),
    inRoot('scripts/drawing.mjs'),
    ...['build.mjs', 'emoji.mjs', 'dots.mjs'].map((name) => inRoot('scripts/samples', name)),
    ...ids.map((id) => inRoot('scripts/samples', `${id}.json`)),
    ...['@iconify-json/noto', '@iconify-json/fluent-emoji-flat', '@resvg/resvg-wasm', '@zip.js/zip.js'].map((name) =>
      packageFile(name, 'package.json'),
    ),
  ]);
  const outputs = ['index.json', ...ids.map((id) => `${id}.zip`)].map((name) => join(folder, name));
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
  if (current && outputs.every((path) => existsSync(path))) return;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const index = [];
  for (const id of ids) {
    const { zip, entry } = await buildSample(id, readPlan, packageFile);
    writeFileSync(join(folder, entry.file), zip);
    index.push(entry);
    console.log(`assets: public/samples/${entry.file} (${entry.pictures} pictures, ${zip.length} bytes)`);
  }
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
}

function readPlan(id) {
  return JSON.parse(readFileSync(inRoot('scripts/samples', `${id}.json`), 'utf8'));
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}
