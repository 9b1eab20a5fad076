/** File bytes of so many photo-like pictures, 600 x 450: three JPEGs to one PNG, as learners' folders mix them. */
export function photoFiles(count: number): Promise<readonly Blob[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => photoFile(i)));
}

const [width, height] = [600, 450];

/** A shaded ground, blobs of colour, and a grain that gives the files the size of real photos. */
function photoFile(index: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no 2D canvas.');
  const random = numbers(index + 1);
  const ground = context.createLinearGradient(0, 0, width * random(), height);
  ground.addColorStop(0, `hsl(${360 * random()} 50% 70%)`);
  ground.addColorStop(1, `hsl(${360 * random()} 40% 30%)`);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (let i = 0; i < 40; i++) {
    context.fillStyle = `hsl(${360 * random()} 60% ${20 + 60 * random()}% / 70%)`;
    context.beginPath();
    context.ellipse(width * random(), height * random(), 90 * random(), 90 * random(), 3 * random(), 0, 7);
    context.fill();
  }
  const image = context.getImageData(0, 0, width, height);
  for (let i = 0; i < image.data.length; i++) {
    if (i % 4 < 3) image.data[i] = (image.data[i] ?? 0) + 24 * (random() - 0.5);
  }
  context.putImageData(image, 0, 0);
  return canvas.convertToBlob(index % 4 === 3 ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.9 });
}

/** The minimal standard generator (Park and Miller 1988): good enough for pictures. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
