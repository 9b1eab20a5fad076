// Draws dots to be counted. What is not the number says nothing about the class: in every round, one picture of each
// class has the same colours and the same ink, and its dots differ in size and lie anywhere.

/** Side of the drawing, in its own units. */
const side = 224;

/** Least and most ink of a picture: the area of all of its dots together. */
const ink = [4000, 9000];

/** Before they share the ink, the largest dot's area is at most this many times the smallest's. */
const unevenness = 6;

/** Least distance between two dots, and between a dot and the border. */
const gap = 6;

/** No dot reaches below and to the right of this place, where the page's thumbnails say which side they are on. */
const corner = 158;

/**
 * @param plan the contents of `<id>.json`: a seed, and for each class how many pictures there are of each number of
 *   dots. The same plan gives the same pictures, on any machine.
 */
export function dotPictures({ seed, classes }) {
  const rounds = classes.map(({ name, counts }, c) => {
    const numbers = Object.entries(counts).flatMap(([number, pictures]) => Array(pictures).fill(Number(number)));
    return { name, numbers: shuffled(numbers, random(seed, 0, c)) };
  });
  const most = Math.max(...rounds.map(({ numbers }) => numbers.length));
  return Array.from({ length: most }, (_, round) => {
    const shared = lookOf(random(seed, round + 1, 0));
    return rounds.flatMap(({ name, numbers }, c) => {
      const number = numbers[round];
      if (number === undefined) return [];
      const dots = dotsOf(number, shared.ink, random(seed, round + 1, c + 1));
      const file = `${String(round + 1).padStart(2, '0')}-${number}-dots.png`;
      return [{ className: name, path: `${name}/${file}`, group: `round ${round + 1}`, number, dots, ...shared }];
    });
  }).flat();
}

export function dotsSvg({ dots, colour, ground }) {
  const circles = dots.map(({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" fill="${ground}"/>${circles.join('')}</svg>`
  );
}

/** Ink and colours of a round: dark on light or light on dark, never in the same hue. */
function lookOf(draw) {
  const isDark = draw() < 0.5;
  const hue = Math.floor(360 * draw());
  const other = (hue + 60 + Math.floor(240 * draw())) % 360;
  return {
    ink: between(ink, draw()),
    colour: `hsl(${hue}, 70%, ${isDark ? 30 : 60}%)`,
    ground: `hsl(${other}, 50%, ${isDark ? 88 : 18}%)`,
  };
}

/** Places so many dots, the largest first, and starts afresh where one finds no place. */
function dotsOf(number, area, draw) {
  for (;;) {
    const shares = Array.from({ length: number }, () => between([1, unevenness], draw()));
    const sum = shares.reduce((a, b) => a + b, 0);
    const radii = shares.map((share) => rounded(Math.sqrt((area * share) / (sum * Math.PI))));
    const dots = [];
    for (const r of radii.toSorted((a, b) => b - a)) {
      const dot = placeFor(r, dots, draw);
      if (dot) dots.push(dot);
    }
    if (dots.length === number) return dots;
  }
}

/** Null where a hundred tries find none. */
function placeFor(r, others, draw) {
  const range = [r + gap, side - r - gap];
  for (let tries = 0; tries < 100; tries++) {
    const [x, y] = [rounded(between(range, draw())), rounded(between(range, draw()))];
    if (Math.min(x, y) + r > corner) continue;
    if (others.every((o) => (o.x - x) ** 2 + (o.y - y) ** 2 >= (o.r + r + gap) ** 2)) return { x, y, r };
  }
  return null;
}

const between = ([least, most], share) => least + (most - least) * share;

const rounded = (value) => Math.round(10 * value) / 10;

/** Fisher and Yates. */
function shuffled(items, draw) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * draw());
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Mulberry32 (Tommy Ettinger): uniform in [0, 1), in whole numbers, so that every machine draws the same. */
function random(seed, round, part) {
  let state = (seed * 1_000_003 + round * 101 + part) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
