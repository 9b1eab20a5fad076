// From a picture to two answers, in four steps: prepare the picture, run the frozen base, pool its maps into features,
// ask each head. Everything is here; change it as you like. The same steps in words are in preprocessing.json.
'use strict';

// The files in data/ put all of this there. The same models as files, for programs of your own, are in base/ and head-*/.
const { preprocessing, labels, check, base, heads } = window.transferLab;

// ---------------------------------------------------------------- 1. The picture

/** The middle square of a picture, on white, as pixels of the size that the base was shown in training. */
function prepare(bitmap) {
  const { pictureSide } = preprocessing;
  const short = Math.min(bitmap.width, bitmap.height);
  let [source, side] = [bitmap, short];
  let [x, y] = [Math.floor((bitmap.width - short) / 2), Math.floor((bitmap.height - short) / 2)];
  // Halve it as long as possible: one big step would skip pixels in some browsers.
  while (side > 2 * pictureSide) {
    const half = Math.max(pictureSide, Math.round(side / 2));
    source = drawn(source, x, y, side, half);
    [x, y, side] = [0, 0, half];
  }
  return drawn(source, x, y, side, pictureSide);
}

function drawn(source, x, y, side, size) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, x, y, side, side, 0, 0, size, size);
  return canvas;
}

/** Pixels as the base takes them: [1, size, size, 3], in its own range of numbers. */
function asInput(canvas) {
  const { pictureSide, inputSize, inputRange } = preprocessing;
  let x = tf.browser.fromPixels(canvas).toFloat().expandDims(0);
  if (inputSize !== pictureSide) {
    const factor = Math.floor(pictureSide / inputSize);
    if (factor > 1) x = tf.avgPool(x, factor, factor, 'valid');
    x = tf.image.resizeBilinear(x, [inputSize, inputSize], false, true);
  }
  const [black, white] = inputRange;
  return black === 0 && white === 255 ? x : x.mul((white - black) / 255).add(black);
}

// ---------------------------------------------------------------- 2. The frozen base, 3. pooling

/** Loads the base; what comes back turns a canvas into features [1, D]. */
async function loadBase() {
  const nodes = preprocessing.cut.map(({ node }) => node);
  let run; // x -> the outputs of the blocks that the base is cut after
  if (base.format === 'graph-model') {
    const model = await tf.loadGraphModel(inMemory(base));
    const input = base.model.modelTopology.node.find(({ op }) => op === 'Placeholder').name;
    run = (x) => [model.execute({ [input]: x }, nodes)].flat();
  } else {
    const model = await tf.loadLayersModel(inMemory(base));
    const parts = nodes.map((node) => upTo(model, node));
    run = (x) => parts.map((part) => part(x));
  }
  return (canvas) => tf.tidy(() => tf.concat(run(asInput(canvas)).map(pooled), 1));
}

/** Maps [1, side, side, channels] -> [1, numbers]. */
function pooled(maps) {
  if (preprocessing.pooling === 'average') return maps.mean([1, 2]);
  if (preprocessing.pooling === 'max') return maps.max([1, 2]);
  return maps.reshape([1, -1]);
}

/** A layers model up to one of its layers, which may be inside a model inside the model. */
function upTo(model, name) {
  const own = model.layers.find((layer) => layer.name === name);
  if (own) {
    const part = tf.model({ inputs: model.inputs, outputs: own.output });
    return (x) => part.predict(x);
  }
  for (const [i, inner] of model.layers.entries()) {
    const rest = inner.layers && upTo(inner, name);
    if (!rest) continue;
    const before = model.layers.slice(0, i).filter((layer) => layer.getClassName() !== 'InputLayer');
    return (x) => rest(before.reduce((y, layer) => layer.apply(y), x));
  }
  return null;
}

// ---------------------------------------------------------------- 4. The heads

/** Loads both heads; what comes back turns features into probabilities, head by head. */
async function loadHeads() {
  const models = await Promise.all(heads.map((head) => tf.loadLayersModel(inMemory(head))));
  return async (features) => {
    const answers = tf.tidy(() => models.map((model) => model.predict(features)));
    const values = await Promise.all(answers.map((answer) => answer.data()));
    tf.dispose(answers);
    return values.map((own) => Array.from(own));
  };
}

/** A model that is in memory already, for TensorFlow.js to load. */
function inMemory({ model, weights }) {
  const { modelTopology, signature, weightsManifest } = model;
  const weightSpecs = weightsManifest.flatMap((group) => group.weights);
  const weightData = bytes(weights).buffer;
  return tf.io.fromMemory({ modelTopology, weightSpecs, weightData, ...(signature ? { signature } : {}) });
}

function bytes(base64) {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  // A plain loop: a base has millions of bytes, and calling a function for each would hold the page up for seconds.
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

// ---------------------------------------------------------------- The page

const byId = (id) => document.getElementById(id);

const withProcessor =
  'Add ?engine=cpu to the address of this page: it then runs without the graphics card, more slowly.';

async function chooseEngine() {
  // Graphics cards that count with 16 bits would answer a little differently: the processor is slower, but exact.
  const asked = new URLSearchParams(location.search).get('engine') === 'cpu';
  if (asked || !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) await tf.setBackend('cpu');
  await tf.ready();
}

/** Is rejected once the graphics card is lost, for which TensorFlow.js itself would wait for ever; else never settles. */
function lossOfCard() {
  return new Promise((_, reject) => {
    tf.backend().gpgpu?.gl.canvas.addEventListener('webglcontextlost', () =>
      reject(new Error(`the graphics card was taken away from this page. Reload it. ${withProcessor}`)),
    );
  });
}

async function start() {
  await chooseEngine();
  const lost = lossOfCard();
  lost.catch(() => undefined); // It is told where something waits for an answer.
  const [featuresOf, ask] = await Promise.all([loadBase(), loadHeads()]);

  /** The picture as the base sees it, or null where the browser cannot read it. */
  async function canvasOf(blob) {
    try {
      const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
      const canvas = prepare(bitmap);
      bitmap.close();
      return canvas;
    } catch {
      return null;
    }
  }

  async function answersFor(canvas) {
    const features = featuresOf(canvas);
    const answers = await Promise.race([ask(features), lost]);
    features.dispose();
    return answers;
  }

  /** A made-up picture, and what Transfer Lab itself answered to it: the same here means that nothing got lost. */
  async function checkItself() {
    if (!check) return 'This ZIP was made without a self-check.';
    const canvas = await canvasOf(new Blob([bytes(check.picture)], { type: 'image/png' }));
    if (!canvas) return 'The self-check could not be made: this browser does not read its picture.';
    const answers = await answersFor(canvas);
    const off = answers.flatMap((own, i) => own.map((value, c) => Math.abs(value - check.answers[i].probabilities[c])));
    const most = Math.max(...off);
    return most <= 1e-4
      ? `Self-check passed: the same answer as in Transfer Lab (largest difference ${most.toExponential(1)}).`
      : `Self-check failed: the answers differ from Transfer Lab’s by up to ${most.toExponential(1)}.`;
  }

  let latest = 0;

  async function classify(blob) {
    const own = ++latest;
    // Of two pictures in quick succession the later one is shown, whichever is ready first.
    const tell = (text) => {
      if (own === latest) byId('status').textContent = text;
    };
    tell('Looking …');
    try {
      const canvas = await canvasOf(blob);
      if (!canvas) return tell(`${blob.name} is no picture that this browser can read.`);
      if (own !== latest) return;
      const answers = await answersFor(canvas);
      if (own !== latest) return;
      show(canvas, answers);
      tell(`${blob.name}: ${heads.map(({ title }, i) => `${title} ${best(answers[i])}`).join('; ')}.`);
    } catch (error) {
      tell(`${blob.name} could be read, but the model gave no answer: ${error.message}`);
    }
  }

  byId('check').textContent = await checkItself();
  byId('status').textContent = 'Ready for a picture.';
  byId('file').disabled = false;
  byId('file').addEventListener('change', ({ target }) => {
    if (target.files[0]) void classify(target.files[0]);
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void classify(file);
  });
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const best = (answer) => labels[answer.indexOf(Math.max(...answer))];

/** What the base saw, and each head's answer as bars. */
function show(canvas, answers) {
  const seen = byId('seen');
  [seen.width, seen.height] = [canvas.width, canvas.height];
  seen.getContext('2d').drawImage(canvas, 0, 0);
  seen.setAttribute('role', 'img');
  seen.setAttribute('aria-label', 'The picture as the base sees it');
  byId('answers').replaceChildren(
    ...heads.map(({ title }, i) => {
      const rows = answers[i].map((share, c) => {
        const bar = element('div', '', { className: 'bar' });
        bar.style.width = `${100 * share}%`;
        const row = element('li', `${labels[c]} ${percent(share)}`);
        row.append(bar);
        return row;
      });
      const list = element('ul', '');
      list.append(...rows);
      const section = element('section', '');
      section.append(element('h2', title), list);
      return section;
    }),
  );
}

const element = (name, text, properties = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...properties });

start().catch((error) => {
  byId('status').textContent = `The model could not be loaded: ${error.message}`;
});
